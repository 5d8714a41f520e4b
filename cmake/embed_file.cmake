# Run by euproj_embed: INPUT as bytes of a C++ string_view named SYMBOL in OUTPUT.
cmake_minimum_required(VERSION 3.25)
file(READ ${INPUT} hex HEX)
string(LENGTH "${hex}" digits)
math(EXPR length "${digits} / 2")
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${hex}")
string(REGEX REPLACE "(.......)(.......)(.......)(.......)(.......)(.......)(.......)" "\\0\n" bytes
       "${bytes}")  # lines of seven bytes
file(WRITE ${OUTPUT} "// Generated from ${INPUT}.
#include <string_view>
namespace euproj {
namespace {
constexpr char bytes[] = {${bytes}'\\0'};
}
extern const std::string_view ${SYMBOL};
const std::string_view ${SYMBOL}{bytes, ${length}};
}
")
