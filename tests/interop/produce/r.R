# R: data frames with Date and logical columns, by openxlsx, write.csv and write.csv2, NA as they write it and as a blank.
suppressMessages({library(openxlsx); library(jsonlite)})
args <- commandArgs(TRUE)
logs <- fromJSON(args[1], simplifyVector = FALSE)
logs$about <- NULL
logs$formula <- logs$expenditures
folder <- function(variant) { path <- file.path(args[2], variant); dir.create(path, FALSE, TRUE); path }
for (name in names(logs)) {
  types <- unlist(logs[[name]]$columns)
  frame <- as.data.frame(lapply(seq_along(types), function(i) {
    values <- lapply(logs[[name]]$rows, function(row) if (is.null(row[[i]])) NA else row[[i]])
    column <- do.call(c, values)
    if (types[[i]] == "day") as.Date(column) else if (types[[i]] == "text") as.character(column) else column
  }))
  names(frame) <- names(types)
  if (name == "formula") frame$eligible <- frame$gross - frame$vat
  write.csv(frame, file.path(folder("write.csv"), paste0(name, ".csv")), row.names = FALSE)
  write.csv(frame, file.path(folder("write.csv, na = blank"), paste0(name, ".csv")), row.names = FALSE, na = "")
  write.csv2(frame, file.path(folder("write.csv2"), paste0(name, ".csv")), row.names = FALSE)
  write.csv2(frame, file.path(folder("write.csv2, na = blank"), paste0(name, ".csv")), row.names = FALSE, na = "")
  if (name == "formula") {
    frame$eligible <- paste0("G", seq_len(nrow(frame)) + 1, "-H", seq_len(nrow(frame)) + 1)
    class(frame$eligible) <- c(class(frame$eligible), "formula")
  }
  write.xlsx(frame, file.path(folder("openxlsx"), paste0(name, ".xlsx")))
}
