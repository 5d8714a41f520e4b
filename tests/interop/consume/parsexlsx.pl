# Spreadsheet::ParseXLSX: value() is what a cell shows, unformatted() what it holds. Its type of a day is Numeric, so a
# day is told by what is shown.
use strict;
use warnings;
use utf8;
use open qw(:std :encoding(UTF-8));
use Spreadsheet::ParseXLSX;
my ($kind, $path) = @ARGV;
my $book = Spreadsheet::ParseXLSX->new->parse($path) or die 'not read';
for my $sheet ($book->worksheets) {
  my ($first, $last) = $sheet->row_range;
  my ($left, $right) = $sheet->col_range;
  for my $r ($first .. $last) {
    for my $c ($left .. $right) {
      my $cell = $sheet->get_cell($r, $c) or next;
      my $is_day = $cell->type ne 'Text' && $cell->value =~ /^\d{4}-\d\d-\d\d$/;
      my $value = $is_day ? $cell->value : $cell->unformatted;
      next unless defined $value and length $value;
      my $type = $is_day ? 'd' : $cell->type eq 'Numeric' ? 'n' : 't';
      $value =~ s/\\/\\\\/g; $value =~ s/\t/\\t/g; $value =~ s/\r?\n/\\n/g;
      print join("\t", 'cell', $sheet->get_name, $r + 1, $c + 1, $type, $value), "\n";
    }
  }
}
