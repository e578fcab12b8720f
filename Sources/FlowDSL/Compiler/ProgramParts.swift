/// The files that a program is made of: its flows, the models they name, and the roles, the directory, the calendar and what is
/// shared in the folder.
struct ProgramParts {
  /// The part of the folder that makes the program.
  let folder: ProtocolSyntax
  /// The flows, the main one first.
  let flows: [FlowSyntax]

  /// The parts of the flows of some names, the main one first.
  init(_ names: [String], of whole: ProtocolSyntax) {
    let byName = Dictionary(whole.flows.map { ($0.name.value, $0) }) { first, _ in first }
    flows = names.compactMap { byName[$0] }
    let called = Set(flows.flatMap { CallGraph([$0]).calls.values.flatMap { $0.map(\.flow.value) } })
    let broken = whole.brokenFlows.intersection(called)
    let produced = Set(flows.flatMap { $0.steps.flatMap(\.all).flatMap { $0.documents.map(\.value) } })
    let documents = whole.documents.filter { produced.contains($0.name.value) }
    let brokenDocuments = whole.brokenDocuments.intersection(produced)
    var files = Set(flows.map(\.file)).union(whole.directories.map(\.file)).union(documents.map(\.file))
    if let roles = whole.roles { files.insert(roles.file) }
    if let shared = whole.shared { files.insert(shared.file) }
    if let calendar = whole.calendar { files.insert(calendar.file) }
    files.formUnion(ModelFolder(whole, flows: flows).used)
    func belongs(_ file: String) -> Bool {
      files.contains(file) || file == "roles.yaml" || file == "shared.yaml"
        || file == ProtocolFolder.calendarFile
        || file.hasPrefix("directory/")
        || broken.contains { file.isFile(of: $0) }
        || brokenDocuments.contains { file == "documents/\($0).yaml" }
    }
    var folder = ProtocolSyntax(whole.sources.filter { belongs($0.path) }, forms: whole.forms)
    folder.flows = flows
    folder.roles = whole.roles
    folder.shared = whole.shared
    folder.isSharedBroken = whole.isSharedBroken
    folder.calendar = whole.calendar
    folder.hasBrokenCalendar = whole.hasBrokenCalendar
    folder.directories = whole.directories
    folder.documents = documents
    folder.brokenFlows = broken
    folder.hasBrokenDirectory = whole.hasBrokenDirectory
    folder.hasBrokenRoles = whole.hasBrokenRoles
    folder.brokenDocuments = brokenDocuments
    folder.brokenModels = whole.brokenModels
    folder.diagnostics = whole.diagnostics.filter { belongs($0.place.file) }
    self.folder = folder
  }

  /// The files in the order of the hash: the main flow first, the other flows by name, then roles, then what is
  /// shared, then the calendar, then directories by name, whatever the files are called, then documents by name.
  var hashedFiles: [SourceText] {
    let byPath = Dictionary(folder.sources.map { ($0.path, $0) }) { first, _ in first }
    let others = flows.dropFirst().sorted { $0.name.value < $1.name.value }
    let files =
      flows.prefix(1).map(\.file) + others.map(\.file)
      + [folder.roles?.file, folder.shared?.file, folder.calendar?.file].compactMap(\.self)
      + folder.orderedDirectories.map(\.file)
      + folder.documents.sorted { $0.name.value < $1.name.value }.map(\.file)
    return files.compactMap { byPath[$0] }
  }

  /// The hash of the program that the parts make in an edition.
  func hash(in edition: Edition) -> String {
    ContentHash.hash(of: hashedFiles, models: hashedModels, forms: folder.forms, edition: edition)
  }

  /// The texts of the DMN models, by name.
  var hashedModels: [SourceText] { folder.sources.filter(\.path.isModel) }

  /// The roles of the folder and of the flows; where both have words for one, the folder's.
  var roles: [String: Words] {
    let all = (folder.roles?.roles ?? []) + flows.flatMap(\.roles)
    return Dictionary(all.map { ($0.name.value, $0.text.words) }) { first, _ in first }
  }

}

extension ProtocolSyntax {
  /// Directories in the order of their names, whatever their files are called.
  var orderedDirectories: [DirectorySyntax] {
    directories.sorted { ($0.name.value, $0.file) < ($1.name.value, $1.file) }
  }

  /// Services and categories of all directories, those of the directory whose name comes first before the others.
  public var directory: Directory {
    let categories = orderedDirectories.flatMap(\.categories).map { ($0.name.value, $0.text.words) }
    return Directory(
      categories: Dictionary(categories) { first, _ in first },
      services: orderedDirectories.flatMap(\.services).map(\.service))
  }
}

extension ServiceSyntax {
  /// The service as a program holds it.
  fileprivate var service: Service {
    Service(
      name: name.value, title: title.words, categories: categories.map(\.value), phone: phone?.value,
      sms: sms?.value, web: web?.value, hours: hours?.hours, area: area?.value ?? "national",
      latitude: position?.latitude.value, longitude: position?.longitude.value,
      languages: languages.map(\.value), audience: audience?.words, isFree: free?.value,
      isAnonymous: anonymous?.value, source: source.value, checked: checked?.value)
  }
}
