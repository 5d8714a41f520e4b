#include "render/html/text.hpp"

#include <doctest/doctest.h>

#include "euproj/base/sha256.hpp"

using namespace euproj;

TEST_CASE("text cannot become markup, nor end an attribute") {
  CHECK(html_text("a < b & \"c\" > d") == "a &lt; b &amp; &quot;c&quot; &gt; d");
  CHECK(html_text("</td><script>alert(1)</script>") ==
        "&lt;/td&gt;&lt;script&gt;alert(1)&lt;/script&gt;");
  CHECK(html_text("zażółć – gęślą") == "zażółć – gęślą");
  CHECK(html_text("a\nb\x01") == "a b\uFFFD");
}

TEST_CASE("text cannot end a CSS string or the style") {
  CHECK(css_text("RPSL.09-IŻ/19") == "RPSL.09-IŻ/19");
  CHECK(css_text("a\"b\\c</style>") == "a\\22 b\\5c c\\3c /style\\3e ");
  CHECK(css_text("a\nb") == "a b");
}

TEST_CASE("the base64 of a digest") {
  // RFC 4648 alphabet; the digest of nothing is well known.
  CHECK(base64_of_sha256(sha256("")) == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
}
