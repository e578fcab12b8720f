import FlowDSL
import Testing

@testable import FlowDirectory

/// A table of services becomes a directory that says what its rows said, or names each row that is wrong.
@Suite struct ImportTests {
  private static let known = Directory(
    categories: [
      "help": Words(["fr": "Aide aux victimes", "en": "Help"]), "housing": Words(["": "Housing"]),
    ],
    services: [
      Service(name: "known", title: Words(["": "K"]), categories: ["help"], source: "example")
    ])

  private static func read(_ text: String) throws(ImportFailure) -> [Service] {
    try DirectoryImport(Array(text.utf8), named: "local", known: known).services
  }

  private static func faults(_ bytes: [UInt8]) -> [String] {
    do throws(ImportFailure) {
      _ = try DirectoryImport(bytes, named: "local", known: known)
      return []
    } catch {
      return error.faults.map { "\($0.row) \($0.column ?? "-") \($0.kind.rawValue)" }
    }
  }

  private static func week(_ days: [Int: [(Int, Int)]]) -> Hours {
    .weekly(OpeningTests.week(days, zone: "Europe/Paris"))
  }

  @Test(
    arguments: [
      ("24/7", .always), ("mornings", .words(Words(["": "mornings"]))),
      ("mon 09:00-12:00", week([0: [(540, 720)]])),
      ("lun-mar 9h-12h30, 14h-18h", week([0: [(540, 750), (840, 1080)], 1: [(540, 750), (840, 1080)]])),
      ("lundi : 9:00 – 12:00; Dim. 20h-2h", week([0: [(540, 720)], 6: [(1200, 1560)]])),
      ("Sunday 00:00-24:00 | sat 8h-9h", week([5: [(480, 540)], 6: [(0, 1440)]])),
      (
        "tous les jours 8h-20h",
        week(Dictionary(uniqueKeysWithValues: (0..<7).map { ($0, [(480, 1200)]) }))
      ),
    ] as [(String, Hours)])
  func hoursOfACell(_ cell: String, _ hours: Hours) throws {
    let services = try Self.read("title,category,area,source,hours\nA,help,Here,x,\"\(cell)\"\n")
    #expect(services.first?.hours == hours)
  }

  @Test(
    arguments: [
      ("title,category,area,source\nA,help,Here,x", "A;help;Here;x"),
      ("\u{FEFF}TITRE;Catégorie;Lieu;Source\r\nA;help;Here;x\r\n", "A;help;Here;x"),
      ("title,category,area,source\n\n\"A, \"\"b\"\"\",help,Here,x\n\n", "A, \"b\";help;Here;x"),
      ("title,category,area,source\nA,Aide aux victimes,Here,x", "A;help;Here;x"),
      ("title,category,area,source\nA,housing help,Here,x", "A;housing,help;Here;x"),
      ("title,category,area,source\n\"A\nb\",help, Here ,x", "A b;help;Here;x"),
      ("title,category,area,source\n5\"\" inch,help,Here,x,,", "5\" inch;help;Here;x"),
    ])
  func rowsAreRead(_ table: String, _ told: String) throws {
    let services = try Self.read(table)
    #expect(
      services.map { service in
        [service.title("en"), service.categories.joined(separator: ","), service.area, service.source]
          .joined(separator: ";")
      } == [told])
  }

  @Test func ofCategoriesWithTheSameWordsTheFirstByNameIsMeant() throws {
    let names = ["h", "c", "g", "a", "f", "b", "e", "d"]
    let known = Directory(
      categories: Dictionary(uniqueKeysWithValues: names.map { ($0, Words(["": "Same words"])) }),
      services: [])
    let table = "title,category,area,source\nA,same words,Here,x"
    #expect(
      try DirectoryImport(Array(table.utf8), named: "local", known: known).services.map(\.categories) == [
        ["a"]
      ])
  }

  @Test func namesAreMadeOfTitlesEachOnce() throws {
    let services = try Self.read(
      "name,title,category,area,source\n,Known,help,Here,x\n,L'Écoute !,help,Here,x\n,L'ecoute,help,Here,x\n,…,help,Here,x\n"
    )
    #expect(services.map(\.name) == ["known-2", "l-ecoute", "l-ecoute-2", "service"])
  }

  @Test(
    arguments: [
      ("", ["0 - empty"]), ("title,category,area,source\n", ["0 - empty"]),
      ("title,category\nA,help\n", ["1 - missing-column", "1 - missing-column"]),
      ("title_fr,category,area,source\nA,help,Here,x\n", ["1 - missing-column"]),
      ("title,title,category,area,source\nA,B,help,Here,x\n", ["1 title column-twice"]),
      (
        "title,category,area,source,colour\nA,help,,x,red\n",
        ["1 colour unknown-column", "2 area empty-cell"]
      ),
      ("title,category,area,source\nA,help,Here,x,y\n", ["2 - too-many-cells"]),
      (
        "title,category,area,source\n,nothing,Here,x\n",
        ["2 title empty-cell", "2 category unknown-category"]
      ),
      ("title,category,area,source\nA,help help,Here,x\n", ["2 category category-twice"]),
      (
        "name,title,category,area,source\na,A,help,Here,x\na,B,help,Here,x\nknown,C,help,Here,x\nÉ,D,help,Here,x\n",
        ["3 name name-twice", "4 name name-known", "5 name bad-name"]
      ),
      (
        "title,category,area,source,hours,zone\nA,help,H,x,mon 9-12,\nB,help,H,x,mon 9h-12h,Paris\nC,help,H,x,\"mon 9h-12h;mon 8h-9h\",\n",
        ["2 hours bad-hours", "3 zone bad-zone", "4 hours bad-hours"]
      ),
      (
        "title,category,area,source,latitude,longitude\nA,help,H,x,91,2\nB,help,H,x,,2\nC,help,H,x,1e1,2\nD,help,H,x,nan,2\n",
        [
          "2 latitude bad-degrees", "3 latitude half-position", "4 latitude bad-degrees",
          "5 latitude bad-degrees",
        ]
      ),
      (
        "title,category,area,source,languages,free,checked\nA,help,H,x,fr fr,maybe,2026-02-30\nB,help,H,x,klingons,,\n",
        [
          "2 languages language-twice", "2 free bad-boolean", "2 checked bad-date",
          "3 languages bad-language",
        ]
      ),
      (
        "title_fr,title_en,category,area,source,audience_fr\nA,,help,H,x,\nA,B,help,H,x,C\n",
        ["2 title_en empty-cell", "3 audience_en empty-cell"]
      ),
      ("title,category,area,source\nA\u{202E},help,H,x\n", ["2 title hidden-character"]),
      ("title,category,area,source\nA,help,H,x\n\"B,help,H,x\n", ["3 - quote-not-closed"]),
      ("title,category,area,source\nA,help,H,x\nB\"b,help,H,x\nC,help,H,x\n", ["3 - quote-inside"]),
      ("\"title,category\nA\n", ["1 - quote-not-closed"]),
    ] as [(String, [String])])
  func faultsNameRowAndColumn(_ table: String, _ expected: [String]) {
    #expect(Self.faults(Array(table.utf8)) == expected)
  }

  @Test func whatIsNoText() {
    #expect(Self.faults([0xFF, 0xFE, 0x41]) == ["0 - not-utf8"])
    #expect(
      Self.faults([UInt8](repeating: 0x41, count: Limits.fileSize + 1)) == ["0 - too-large"])
    let long = "title,category,area,source\n" + String(repeating: "A", count: 1_001) + ",help,H,x\n"
    #expect(Self.faults(Array(long.utf8)) == ["2 title too-long"])
    let many = "title,category,area,source\n" + String(repeating: "A,help,H,x\n", count: 1_001)
    #expect(Self.faults(Array(many.utf8)) == ["0 - too-many-rows"])
  }

  /// CSV → YAML → parse gives what the rows said.
  @Test(arguments: UInt64(0)..<60)
  func saysWhatTheRowsSaid(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let services = (0..<Int.random(in: 1...8, using: &random)).map { Self.service($0, &random) }
    let separator: Character = Bool.random(using: &random) ? ";" : ","
    let table = Self.table(services, separator, &random)
    let made = try DirectoryImport(Array(table.utf8), named: "local", known: Self.known)
    #expect(made.services == services, "\(table)")
    let folder = ProtocolFolder.parse([SourceText(path: "directory/local.yaml", text: made.text)])
    #expect(folder.diagnostics == [], "\(made.text)")
    #expect(folder.directory.services == services, "\(made.text)")
  }

  private static let pieces = [
    "Été", "line", "\"", "'", ":", "#", "- ", "{", "}", "[", ",", ";", "\\", "&", "*", "!", "%", "@", "`",
    "|", "ß",
    "ليلى", "日本", "true", "null", "1.5", "~", "é\u{301}", "’",
  ]

  private static func words(_ random: inout SeededGenerator) -> String {
    let text = (0..<Int.random(in: 1...5, using: &random)).map { _ in
      pieces.randomElement(using: &random) ?? "a"
    }
    return text.joined(separator: Bool.random(using: &random) ? " " : "").trimmed
  }

  private static func service(_ number: Int, _ random: inout SeededGenerator) -> Service {
    func some<Value>(_ value: Value, _ random: inout SeededGenerator) -> Value? {
      Bool.random(using: &random) ? value : nil
    }
    var title = Words(["fr": words(&random), "en": words(&random)])
    if Bool.random(using: &random) { title = Words(["": words(&random)]) }
    var days: [Int: [(Int, Int)]] = [:]
    for day in 0..<7 where Bool.random(using: &random) {
      let opens = Int.random(in: 0..<1440, using: &random)
      days[day] = [(opens, opens + Int.random(in: 1...1439, using: &random))]
    }
    let hours: Hours? =
      [.always, nil, .words(Words(["": "call first"])), days.isEmpty ? nil : week(days)].randomElement(
        using: &random) ?? nil
    let hasPosition = Bool.random(using: &random)
    func degrees(_ limit: Int, _ random: inout SeededGenerator) -> Double {
      Double(Int.random(in: -limit * 1_000_000...limit * 1_000_000, using: &random)) / 1_000_000
    }
    return Service(
      name: "s-\(number)", title: title,
      categories: [["help"], ["help", "housing"]].randomElement(using: &random) ?? [],
      phone: some("01 99 00 00 0\(number)", &random), sms: some("114", &random),
      web: some(words(&random), &random),
      hours: hours, area: words(&random), latitude: hasPosition ? degrees(90, &random) : nil,
      longitude: hasPosition ? degrees(180, &random) : nil,
      languages: [[], ["fr"], ["fr", "ar", "pt-BR"]].randomElement(using: &random) ?? [],
      audience: some(Words(["": words(&random)]), &random), isFree: some(true, &random),
      isAnonymous: some(false, &random), source: words(&random), checked: some("2026-11-24", &random))
  }

  /// The rows of services, written with the freedoms that tables have.
  private static func table(
    _ services: [Service], _ separator: Character, _ random: inout SeededGenerator
  ) -> String {
    let names = TableColumn.allCases.shuffled(using: &random)
    func cell(_ service: Service, _ column: TableColumn, _ random: inout SeededGenerator) -> String {
      switch column {
      case .name: service.name
      case .title: service.title.byLanguage[""] ?? ""
      case .titleFrench: service.title.byLanguage["fr"] ?? ""
      case .titleEnglish: service.title.byLanguage["en"] ?? ""
      case .category: service.categories.joined(separator: " ")
      case .phone: service.phone ?? ""
      case .sms: service.sms ?? ""
      case .web: service.web ?? ""
      case .hours: hours(service.hours)
      case .zone: ""
      case .area: service.area
      case .latitude: service.latitude.map { decimal($0, &random) } ?? ""
      case .longitude: service.longitude.map { decimal($0, &random) } ?? ""
      case .languages: service.languages.joined(separator: ", ")
      case .audience: service.audience?("en") ?? ""
      case .audienceFrench, .audienceEnglish: ""
      case .free: service.isFree.map { $0 ? "oui" : "non" } ?? ""
      case .anonymous: service.isAnonymous.map { $0 ? "Yes" : "NO" } ?? ""
      case .source: service.source
      case .checked: service.checked.map { _ in "24/11/2026" } ?? ""
      }
    }
    let headers = names.map { $0.headers.randomElement(using: &random) ?? "" }
    var rows = [headers.joined(separator: String(separator))]
    for service in services {
      rows.append(
        names.map { quoted(cell(service, $0, &random), separator, &random) }.joined(
          separator: String(separator)))
    }
    let end = Bool.random(using: &random) ? "\r\n" : "\n"
    return (Bool.random(using: &random) ? "\u{FEFF}" : "") + rows.joined(separator: end)
      + (Bool.random(using: &random) ? end : "")
  }

  private static func decimal(_ value: Double, _ random: inout SeededGenerator) -> String {
    let millionths = Int((value * 1_000_000).rounded())
    let digits = String(abs(millionths) % 1_000_000)
    let mark = Bool.random(using: &random) ? "." : ","
    return (millionths < 0 ? "-" : "") + String(abs(millionths) / 1_000_000) + mark
      + String(repeating: "0", count: 6 - digits.count) + digits
  }

  private static func hours(_ hours: Hours?) -> String {
    switch hours {
    case nil: return ""
    case .always: return "24/7"
    case .words(let words): return words("en")
    case .weekly(let week):
      let names = ["lun", "mardi", "Wed", "thursday", "ven.", "sam", "dim"]
      func time(_ minute: Int) -> String {
        let rest = minute % 60
        return "\(minute / 60 % 24)h" + (rest < 10 ? "0\(rest)" : "\(rest)")
      }
      return week.days.enumerated().filter { !$0.element.isEmpty }.map { day, spans in
        names[day] + " " + spans.map { time($0.opens) + "-" + time($0.closes) }.joined(separator: ", ")
      }.joined(separator: "; ")
    }
  }

  private static func quoted(
    _ cell: String, _ separator: Character, _ random: inout SeededGenerator
  ) -> String {
    let must = cell.contains { $0 == separator || $0 == "\"" }
    guard must || Bool.random(using: &random) else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }

  /// Whatever the bytes, there is an answer: a directory that is read without a fault, or faults that name rows of the table.
  @Test(arguments: UInt64(0)..<40)
  func anyBytesGetAnAnswer(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let services = (0..<4).map { Self.service($0, &random) }
    for _ in 0..<10 {
      var bytes = Array(Self.table(services, ",", &random).utf8)
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        default: bytes.insert(Array("\",;\n\r \t".utf8).randomElement(using: &random) ?? 0, at: place)
        }
      }
      do throws(ImportFailure) {
        let made = try DirectoryImport(bytes, named: "local", known: Self.known)
        let source = SourceText(path: "directory/local.yaml", text: made.text)
        #expect(SyntaxReader.read(source).diagnostics == [])
      } catch {
        #expect(!error.faults.isEmpty)
        let rows = bytes.count { $0 == 0x0A || $0 == 0x0D } + 2
        #expect(error.faults.allSatisfy { 0...rows ~= $0.row && $0.kind != .other })
      }
    }
  }
}
