import FlowDSL

/// Services as people read them in one language: their numbers, their hours and how far they are, from the catalogue
/// `services`.
public struct ServiceWording: Sendable {
  /// When services answer.
  public let hours: HoursWording
  private let catalogue: Catalogue

  /// The words of a language; English where there is no catalogue for it.
  public init(
    language: String, words: CatalogueFolder = CatalogueFolder(target: "FlowDSL")
  ) throws(CatalogueFailure) {
    catalogue = try words.catalogue("services", language: language)
    hours = HoursWording(catalogue, language: language)
  }

  /// The numbers of a service as they are dialled, the one for messages marked as such.
  public func numbers(_ service: Service) -> [String] {
    [service.phone, service.sms.map { catalogue("sms", ["number": $0]) }].compactMap(\.self)
  }

  /// A distance in metres: `350 m`, `1.2 km`, `24 km`.
  public func distance(_ metres: Double) -> String {
    switch Distance(metres: metres) {
    case .metres(let metres): catalogue("metres", ["n": String(metres)])
    case .kilometres(let whole, let tenths):
      catalogue(
        "kilometres", ["n": String(whole) + (tenths.map { catalogue("decimal") + String($0) } ?? "")])
    }
  }
}
