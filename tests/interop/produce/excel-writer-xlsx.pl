# Excel::Writer::XLSX: `write` guesses the type of a value, so that digits become numbers; `write_string` does not.
use strict;
use warnings;
use Excel::Writer::XLSX;
use JSON::PP;

my ($logs_path, $out) = @ARGV;
open my $in, '<:raw', $logs_path or die;
my $logs = decode_json(do { local $/; <$in> });
delete $logs->{about};
# The order of the columns is that of the text.
open $in, '<:encoding(UTF-8)', $logs_path or die;
my $text = do { local $/; <$in> };
my %order;
while ($text =~ /"(\w+)": \{\s*"columns": \{(.*?)\}/gs) { my ($log, $list) = ($1, $2); $order{$log} = [$list =~ /"(\w+)":/g]; }
$logs->{formula} = $logs->{expenditures};
$order{formula} = $order{expenditures};
for my $variant ('xlsx', 'xlsx, everything by write()') {
  mkdir "$out/$variant";
  for my $name (keys %$logs) {
    my $book = Excel::Writer::XLSX->new("$out/$variant/$name.xlsx");
    my $sheet = $book->add_worksheet();
    my $day = $book->add_format(num_format => 'yyyy-mm-dd');
    my @columns = @{ $order{$name} };
    $sheet->write_row(0, 0, \@columns);
    my $at = 0;
    for my $row (@{ $logs->{$name}{rows} }) {
      ++$at;
      for my $i (0 .. $#columns) {
        my ($value, $type) = ($row->[$i], $logs->{$name}{columns}{$columns[$i]});
        if ($name eq 'formula' and $i == $#columns) { $sheet->write_formula($at, $i, sprintf '=G%d-H%d', $at + 1, $at + 1) }
        elsif (!defined $value) { next }
        elsif ($type eq 'day') { $sheet->write_date_time($at, $i, "${value}T", $day) }
        elsif ($type eq 'yes') { $sheet->write_boolean($at, $i, $value ? 1 : 0) }
        elsif ($type eq 'text' and $variant eq 'xlsx') { $sheet->write_string($at, $i, $value) }
        else { $sheet->write($at, $i, $value) }
      }
    }
    $book->close();
  }
}
