import ArgumentParser

/// What `report` writes.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  case text
  case csv
  case json
}
