# readxl and openxlsx read each sheet as columns of texts, readxl each cell by its own type; read.csv guesses types.
args <- commandArgs(TRUE)
with <- args[1]; kind <- args[2]; path <- args[3]
text <- function(value) gsub("\r?\n", "\\\\n", gsub("\t", "\\\\t", gsub("\\\\", "\\\\\\\\", value)))
put <- function(sheet, row, column, type, value)
  cat("cell", sheet, row, column, type, text(value), sep = "\t", fill = FALSE, "\n")
one <- function(sheet, r, c, value) {
  if (length(value) == 0 || is.na(value) || identical(value, "")) return(invisible())
  if (inherits(value, "Date") || inherits(value, "POSIXt")) put(sheet, r, c, "d", format(value, "%Y-%m-%d"))
  else if (is.numeric(value)) put(sheet, r, c, "n", format(value, digits = 17))
  else put(sheet, r, c, "t", as.character(value))
}
if (kind == "json") {
  book <- jsonlite::fromJSON(path, simplifyVector = FALSE)
  cat(jsonlite::toJSON(book, auto_unbox = TRUE, digits = NA, null = "null"))
} else if (kind == "csv") {
  frame <- read.csv(path, check.names = FALSE)
  for (c in seq_along(frame)) {
    one("csv", 1, c, names(frame)[c])
    for (r in seq_len(nrow(frame))) one("csv", r + 1, c, frame[[c]][r])
  }
} else if (with == "readxl") {
  for (sheet in readxl::excel_sheets(path)) {
    rows <- suppressMessages(readxl::read_excel(path, sheet, col_names = FALSE, col_types = "list", trim_ws = FALSE,
                                                range = readxl::cell_limits(c(1, 1), c(NA, NA))))
    for (c in seq_along(rows)) for (r in seq_len(nrow(rows))) one(sheet, r, c, rows[[c]][[r]])
  }
} else {
  suppressMessages(library(openxlsx))
  book <- loadWorkbook(path)
  for (sheet in names(book)) {
    rows <- suppressWarnings(read.xlsx(path, sheet, colNames = FALSE, skipEmptyRows = FALSE, skipEmptyCols = FALSE,
                                       detectDates = TRUE))
    for (c in seq_along(rows)) for (r in seq_len(nrow(rows))) one(sheet, r, c, rows[[c]][r])
  }
  names <- getNamedRegions(path)
  for (i in seq_along(names)) cat("name", names[i], paste0("'", attr(names, "sheet")[i], "'!", attr(names, "position")[i]), sep = "\t", "\n")
}
