import FEEL
import FlowDSL
import Synchronization
import Testing

@testable import FlowDirectory

/// In which order services are handed over: nobody is left out, national lines are last, the best to call is first.
@Suite struct OrderTests {
  init() { #expect(TestZone.isReady) }

  private static let moment = OpeningTests.utc(2026, 7, 6, 8)
  private static let place = GeographicPosition(latitude: 47.5, longitude: 2.5)

  private static func services(_ random: inout SeededGenerator) -> [Service] {
    let hours: [Hours?] = [
      .always, nil, .weekly(OpeningTests.week([0: [(540, 1080)]])),
      .weekly(OpeningTests.week([1: [(0, 60)]])),
      .weekly(OpeningTests.week([0: [(0, 1440)]], zone: "No/Where")),
    ]
    return (0..<Int.random(in: 0...12, using: &random)).map { number in
      let isLocal = Bool.random(using: &random)
      return Service(
        name: "s\(number)", title: Words(["": "S"]), categories: ["help"],
        hours: hours.randomElement(using: &random) ?? nil, area: isLocal ? "Exampleville" : "national",
        latitude: isLocal ? Double.random(in: 47...48, using: &random) : nil,
        longitude: isLocal ? 2.5 : nil, languages: [[], ["fr"], ["ar"]].randomElement(using: &random) ?? [],
        source: "example")
    }
  }

  @Test(arguments: [nil, "ar", "tr"])
  func fromAPosition(_ language: String?) throws {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<300 {
      let services = Self.services(&random)
      let order = ServiceOrder(
        position: Self.place, moment: Self.moment, language: language, zones: ZoneDatabase.rules(of:))
      let candidates = order.candidates(services)
      #expect(Set(candidates.map(\.service)) == Set(services))
      #expect(candidates.count == services.count)
      let local = candidates.prefix { !$0.isNational }
      let national = candidates.dropFirst(local.count)
      #expect(national.allSatisfy { $0.isNational })
      #expect(national.map(\.service) == services.filter { $0.area == "national" })
      for (first, second) in zip(local, local.dropFirst()) {
        #expect(!second.isBetter(than: first))
        let isOpen = [first, second].map { if case .open = $0.opening { true } else { false } }
        #expect(isOpen[0] || !isOpen[1])
        if isOpen[0] == isOpen[1], first.speaks == second.speaks {
          let near = try #require(first.distance)
          let far = try #require(second.distance)
          #expect(near <= far)
        }
      }
    }
  }

  /// Zones are files of the machine: where hours move nothing, none is asked for.
  @Test func withoutAPositionNoZoneIsAskedFor() {
    let service = Service(
      name: "one", title: Words(["": "One"]), categories: ["help"],
      hours: .weekly(OpeningTests.week([0: [(540, 1080)]])), area: "Exampleville", source: "example")
    let asked = Mutex(0)
    func weigh(_ position: GeographicPosition?) {
      let order = ServiceOrder(position: position, moment: Self.moment) { name in
        asked.withLock { $0 += 1 }
        return ZoneDatabase.rules(of: name)
      }
      #expect(order.candidates([service]).count == 1)
    }
    weigh(nil)
    #expect(asked.withLock { $0 } == 0)
    weigh(Self.place)
    #expect(asked.withLock { $0 } == 1)
  }

  @Test func withoutAPositionNothingMoves() {
    var random = SeededGenerator(seed: 12)
    for _ in 0..<50 {
      let services = Self.services(&random)
      let order = ServiceOrder(moment: Self.moment, language: "ar", zones: ZoneDatabase.rules(of:))
      #expect(order.candidates(services).map(\.service) == services)
    }
  }

  @Test(
    arguments: [
      (0, Distance.metres(0)), (4, .metres(0)), (346, .metres(350)), (994, .metres(990)),
      (995, .kilometres(1, tenths: 0)), (1249, .kilometres(1, tenths: 2)), (9_949, .kilometres(9, tenths: 9)),
      (9_950, .kilometres(10, tenths: nil)), (23_500, .kilometres(24, tenths: nil)),
    ] as [(Double, Distance)])
  func distancesAreRounded(_ metres: Double, _ expected: Distance) {
    #expect(Distance(metres: metres) == expected)
  }
}
