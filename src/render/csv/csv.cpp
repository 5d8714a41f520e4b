// The indicator table as RFC 4180: commas, CRLF, English ids as the header in every language (they
// are for programs), dot decimals. A value that does not apply is an empty cell. Explanations too.

#include <algorithm>

#include "euproj/render/render.hpp"
#include "euproj/render/render_answers.hpp"

namespace euproj {
namespace {

constexpr std::string_view header =
    "id,code,name,kind,unit,baseline,target_total,target_women,target_men,"
    "period_total,period_women,period_men,cumulative_total,cumulative_women,cumulative_men,"
    "achieved_percent_total,achieved_percent_women,achieved_percent_men";
/// Only where an indicator asks for complete records.
constexpr std::string_view header_of_log = ",in_log_total,in_log_women,in_log_men";

/// Of --small-cells: an empty cell would say that there is no value.
constexpr const char* suppressed_mark = "#";

bool is_number(std::string_view text) {
  const std::size_t sign = text.empty() || (text[0] != '-' && text[0] != '+') ? 0 : 1;
  const std::string_view digits = text.substr(sign);
  const std::size_t point = digits.find_first_of(".,");
  const auto all_digits = [](std::string_view part) {
    return !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
  };
  if (point == std::string_view::npos) return all_digits(digits);
  return all_digits(digits.substr(0, point)) && all_digits(digits.substr(point + 1));
}

/// A spreadsheet would run such a cell as a formula (src/render/csv/README.md#apostrophe).
bool is_dangerous(std::string_view text) {
  constexpr std::string_view starts = "=+-@\t\r";
  return !text.empty() && starts.find(text[0]) != std::string_view::npos && !is_number(text);
}

class Row {
 public:
  explicit Row(std::string& out) : out_(out) {}

  void cell(std::string_view text) {
    if (!first_) out_ += ',';
    first_ = false;
    std::string content = is_dangerous(text) ? "'" : "";
    content += text;
    if (content.find_first_of(",\"\r\n") == std::string::npos) {
      out_ += content;
      return;
    }
    out_ += '"';
    for (const char c : content) {
      if (c == '"') out_ += '"';
      out_ += c;
    }
    out_ += '"';
  }

  void value(Count count, const std::optional<Quantity>& quantity) {
    cell(quantity ? value_text(count, *quantity) : "");
  }
  void values(Count count, const Value& all) {
    all.suppressed.total ? cell(suppressed_mark) : value(count, all.total);
    all.suppressed.women ? cell(suppressed_mark) : value(count, all.women);
    all.suppressed.men ? cell(suppressed_mark) : value(count, all.men);
  }
  void percent(const std::optional<Percent>& percent, bool suppressed) {
    cell(suppressed ? suppressed_mark : percent ? percent->text() : "");
  }
  void end() { out_ += "\r\n"; }

 private:
  std::string& out_;
  bool first_ = true;
};

void explained_row(Row& row, const ExplainedRow& explained) {
  row.cell(explained.key);
  row.cell(explained.counted ? "true" : "false");
  row.cell(explained.since.iso());
  row.cell(explained.reason);
  std::string places;
  for (const std::string& at : explained.at) places += (places.empty() ? "" : "; ") + at;
  row.cell(places);
}

std::string lump_sum_csv(const ExplainedLumpSum& sum) {
  std::string out = "indicator,at_least,value,missing\r\n";
  for (const ExplainedRequirement& required : sum.requirements) {
    Row line(out);
    line.cell(required.indicator);
    line.value(required.count, required.at_least);
    line.value(required.count, required.value);
    line.value(required.count, required.lacking);
    line.end();
  }
  return out;
}

std::string unit_cost_csv(const ExplainedUnitCost& cost) {
  std::string out = "key,date,units,paid,rate,at\r\n";
  for (const ExplainedUnitRow& row : cost.rows) {
    Row line(out);
    line.cell(row.key);
    line.cell(row.day.iso());
    line.cell(row.units.text());
    line.cell(row.paid.text());
    line.cell(row.rate ? row.rate->text() : "");
    line.cell(row.at);
    line.end();
  }
  return out;
}

}  // namespace

std::string render_explained_csv(const Explained& explained) {
  if (explained.person) {
    std::string out = "indicator,key,counted,since,reason,at\r\n";
    for (const auto& [id, row] : explained.person->indicators) {
      Row line(out);
      line.cell(id);
      explained_row(line, row);
      line.end();
    }
    return out;
  }
  if (explained.lump_sum) return lump_sum_csv(*explained.lump_sum);
  if (explained.unit_cost) return unit_cost_csv(*explained.unit_cost);
  const auto& rows = explained.indicator->rows;
  const bool revealed = std::any_of(rows.begin(), rows.end(),
                                    [](const ExplainedRow& row) { return !row.pesel.empty(); });
  std::string out =
      revealed ? "key,counted,since,reason,at,pesel\r\n" : "key,counted,since,reason,at\r\n";
  for (const ExplainedRow& row : rows) {
    Row line(out);
    explained_row(line, row);
    if (revealed) line.cell(row.pesel);
    line.end();
  }
  return out;
}

std::string render_sample_csv(const SampleAnswer& answer) {
  std::string out = "key,amount,whole,at\r\n";
  for (const SampledItem& item : answer.items) {
    Row row(out);
    row.cell(item.key);
    row.cell(item.amount ? item.amount->text() : "");
    row.cell(item.whole ? "true" : "false");
    std::string places;
    for (const std::string& at : item.at) places += (places.empty() ? "" : "; ") + at;
    row.cell(places);
    row.end();
  }
  return out;
}

std::string render_csv(const Figures& figures, Language language) {
  const bool tells_log =
      std::any_of(figures.indicators.begin(), figures.indicators.end(),
                  [](const IndicatorFigures& indicator) { return indicator.in_log.has_value(); });
  std::string out(header);
  if (tells_log) out += header_of_log;
  out += "\r\n";
  for (const IndicatorFigures& indicator : figures.indicators) {
    Row row(out);
    row.cell(indicator.id);
    row.cell(indicator.code);
    row.cell(indicator.name.in(language));
    row.cell(indicator.kind == Indicator::Kind::output ? "output" : "result");
    row.cell(indicator.unit);
    row.value(indicator.count, indicator.baseline);
    const Target& target = indicator.target;
    const SuppressedSexes& suppressed = indicator.cumulative.suppressed;
    row.values(indicator.count, {target.total, target.women, target.men});
    row.values(indicator.count, indicator.period);
    row.values(indicator.count, indicator.cumulative);
    row.percent(indicator.achieved, suppressed.total && target.total);
    row.percent(indicator.achieved_women, suppressed.women && target.women);
    row.percent(indicator.achieved_men, suppressed.men && target.men);
    if (tells_log) row.values(indicator.count, indicator.in_log.value_or(Value()));
    row.end();
  }
  return out;
}

}  // namespace euproj
