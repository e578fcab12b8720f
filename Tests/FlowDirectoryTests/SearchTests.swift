import FEEL
import FlowDSL
import Testing

@testable import FlowDirectory

/// Whom to call: the nearest that is open, of the language, for the audience; else the national line.
@Suite struct SearchTests {
  init() { #expect(TestZone.isReady) }

  /// Monday 6 July 2026, 10:00 in Paris.
  private static let monday = OpeningTests.utc(2026, 7, 6, 8)
  private static let place = GeographicPosition(latitude: 47.5, longitude: 2.5)
  private static let day: Hours = .weekly(
    OpeningTests.week([0: [(540, 1080)], 1: [(540, 1080)]]))
  private static let night: Hours = .weekly(OpeningTests.week([0: [(1200, 1500)]]))

  private static func service(
    _ name: String, _ hours: Hours?, at distance: Double? = nil, languages: [String] = [],
    audience: String? = nil
  ) -> Service {
    Service(
      name: name, title: Words(["": name]), categories: ["help"], hours: hours,
      area: distance == nil ? "national" : "Exampleville", latitude: distance.map { 47.5 + $0 / 100 },
      longitude: distance.map { _ in 2.5 }, languages: languages,
      audience: audience.map { Words(["en": $0]) }, source: "example")
  }

  private static let directory = Directory(
    categories: ["help": Words(["": "Help"])],
    services: [
      service("national", .always), service("near-night", night, at: 1, languages: ["fr"]),
      service("far-day", day, at: 9, languages: ["fr", "ar"], audience: "Women"),
      service("near-day", day, at: 2, languages: ["fr"]), service("words", .words(Words(["": "?"])), at: 3),
      Service(
        name: "other", title: Words(["": "Other"]), categories: ["housing"], hours: .always,
        source: "example"),
    ])

  private static func answer(_ query: ServiceQuery, in directory: Directory = directory) -> [String] {
    let search = ServiceSearch(query, in: directory, zones: ZoneDatabase.rules(of:))
    return search.choices.map(\.service.name)
      + search.leftOut.map { "-\($0.candidate.service.name) \($0.reason)" }
  }

  @Test(
    arguments: [
      (
        ServiceQuery(category: "help", position: place, moment: monday),
        ["near-day", "far-day", "words", "national", "-near-night closed"]
      ),
      // Without a position, the order of the directory.
      (
        ServiceQuery(category: "help", moment: monday),
        ["far-day", "near-day", "words", "national", "-near-night closed"]
      ),
      (
        ServiceQuery(category: "help", position: place, moment: monday, language: "ar"),
        ["far-day", "words", "national", "-near-night closed", "-near-day language"]
      ),
      (
        ServiceQuery(category: "help", position: place, moment: monday, audience: "women"),
        ["near-day", "far-day", "words", "national", "-near-night closed"]
      ),
      (
        ServiceQuery(category: "help", position: place, moment: monday, audience: "men and boys"),
        ["near-day", "far-day", "words", "national", "-near-night closed"]
      ),
      // Monday, 23:00 in Paris.
      (
        ServiceQuery(category: "help", position: place, moment: OpeningTests.utc(2026, 7, 6, 21)),
        ["near-night", "words", "national", "-far-day closed", "-near-day closed"]
      ),
      // Wednesday, 10:00 in Paris: no local service is sure to be open.
      (
        ServiceQuery(category: "help", position: place, moment: OpeningTests.utc(2026, 7, 8, 8)),
        ["words", "national", "-near-night closed", "-far-day closed", "-near-day closed"]
      ),
      (ServiceQuery(category: "nothing", moment: monday), []),
    ] as [(ServiceQuery, [String])])
  func order(_ query: ServiceQuery, _ expected: [String]) {
    #expect(Self.answer(query) == expected)
  }

  @Test func whereNobodySpeaksTheLanguageNoneIsLeftOutForIt() {
    let directory = Directory(services: [Self.service("a", .always, at: 1, languages: ["fr"])])
    let search = ServiceSearch(
      ServiceQuery(category: "help", moment: Self.monday, language: "ar"), in: directory,
      zones: ZoneDatabase.rules(of:))
    #expect(search.choices.map(\.service.name) == ["a"])
    #expect(search.needsInterpreter)
    #expect(search.leftOut == [])
  }

  @Test func aLanguageOfARegionIsTheLanguage() {
    let directory = Directory(services: [
      Self.service("a", .always, at: 1, languages: ["fr"]),
      Self.service("b", .always, at: 2, languages: ["pt-BR"]),
    ])
    let query = ServiceQuery(category: "help", moment: Self.monday, language: "pt")
    #expect(
      ServiceSearch(query, in: directory, zones: ZoneDatabase.rules(of:)).choices.map(\.service.name) == ["b"]
    )
  }

  @Test func whenTheNextOpensIsSaidOfALocalOneFirst() throws {
    let query = ServiceQuery(category: "help", position: Self.place, moment: OpeningTests.utc(2026, 7, 8, 8))
    let next = try #require(
      ServiceSearch(query, in: Self.directory, zones: ZoneDatabase.rules(of:)).nextOpening)
    // Monday 13 July, 09:00 in Paris, before the night desk.
    #expect(next.candidate.service.name == "far-day")
    #expect(next.moment == OpeningTests.utc(2026, 7, 13, 7))
    #expect(
      ServiceSearch(
        ServiceQuery(category: "help", moment: Self.monday), in: Directory(), zones: { _ in nil }
      ).nextOpening == nil)
  }

  @Test(
    arguments: [
      ("48.85,2.35", 48.85, 2.35), ("-12.8, 45.2", -12.8, 45.2), ("90,180", 90, 180),
    ])
  func positionsAreRead(_ text: String, _ latitude: Double, _ longitude: Double) throws {
    let position = try #require(GeographicPosition(text))
    #expect(position == GeographicPosition(latitude: latitude, longitude: longitude))
  }

  @Test(arguments: ["", "48.85", "48,85,2,35", "91,0", "0,181", "a,b", "nan,0", "inf,0", "48.85;2.35"])
  func whatIsNoPositionIsNone(_ text: String) { #expect(GeographicPosition(text) == nil) }

  @Test(
    arguments: [
      // A quarter and a half of a great circle.
      ((0, 0), (0, 90), Double.pi / 2 * GeographicPosition.earthRadius),
      ((0, 0), (90, 17), Double.pi / 2 * GeographicPosition.earthRadius),
      ((-90, 0), (90, 0), Double.pi * GeographicPosition.earthRadius),
      ((0, 179), (0, -179), Double.pi / 90 * GeographicPosition.earthRadius),
      ((47.5, 2.5), (47.5, 2.5), 0),
    ] as [((Double, Double), (Double, Double), Double)])
  func distances(_ from: (Double, Double), _ to: (Double, Double), _ metres: Double) throws {
    let start = try #require(GeographicPosition(latitude: from.0, longitude: from.1))
    let end = try #require(GeographicPosition(latitude: to.0, longitude: to.1))
    #expect(abs(start.distance(to: end) - metres) < 0.01)
    #expect(abs(end.distance(to: start) - metres) < 0.01)
  }

  /// Of random directories: who comes first is open, and nobody who fits as well is nearer; everyone is either chosen or
  /// left out, once, with a reason that holds.
  @Test func theNearestIsTheNearest() throws {
    var random = SeededGenerator(seed: 7)
    let hours: [Hours?] = [.always, nil, Self.day, Self.night, .words(Words(["": "?"]))]
    for _ in 0..<400 {
      let services = (0..<Int.random(in: 0...12, using: &random)).map { number in
        Self.service(
          "s\(number)", hours.randomElement(using: &random) ?? nil,
          at: Bool.random(using: &random) ? Double.random(in: 0...100, using: &random) : nil,
          languages: [[], ["fr"], ["fr", "ar"]].randomElement(using: &random) ?? [])
      }
      let moment = Self.monday + Int64.random(in: 0..<604_800, using: &random)
      let language = Bool.random(using: &random) ? "ar" : nil
      let query = ServiceQuery(
        category: "help", position: Self.place, moment: moment, language: language)
      let search = ServiceSearch(query, in: Directory(services: services), zones: ZoneDatabase.rules(of:))
      let named = search.choices.map(\.service.name) + search.leftOut.map(\.candidate.service.name)
      #expect(named.sorted() == services.map(\.name).sorted())
      for left in search.leftOut {
        switch left.reason {
        case .closed: #expect(!left.candidate.mayAnswer)
        case .language: #expect(left.candidate.speaks == .other)
        }
      }
      #expect(search.choices.allSatisfy { $0.mayAnswer })
      guard let first = search.local.first else {
        #expect(!services.contains { $0.area != "national" && Self.fits($0, query, search) })
        continue
      }
      func isSure(_ service: Service) -> Bool {
        if case .open = service.opening(at: moment, zones: ZoneDatabase.rules(of:)) { true } else { false }
      }
      for service in services where service.area != "national" && Self.fits(service, query, search) {
        let speaks = language == nil || service.languages.contains("ar")
        let firstSpeaks = language == nil || first.service.languages.contains("ar")
        guard isSure(service) == isSure(first.service), speaks == firstSpeaks, let distance = first.distance
        else { continue }
        let place = try #require(
          GeographicPosition(latitude: service.latitude ?? 0, longitude: service.longitude ?? 0))
        let start = try #require(Self.place)
        let other = start.distance(to: place)
        #expect(distance <= other)
      }
    }
  }

  private static func fits(_ service: Service, _ query: ServiceQuery, _ search: ServiceSearch) -> Bool {
    if case .closed = service.opening(at: query.moment, zones: ZoneDatabase.rules(of:)) { return false }
    return query.language == nil || search.needsInterpreter || service.languages.isEmpty
      || service.languages.contains(query.language ?? "")
  }
}
