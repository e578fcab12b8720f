/// What a flow is checked against: the other flows, the roles and the directory of its folder.
struct Surroundings {
  /// The edition by which they are read.
  let edition: Edition
  /// The flows by name.
  let signatures: [String: FlowSignature]
  /// The index of each flow in the program.
  let indices: [String: Int]
  /// Flows, and files of models, that exist but cannot be read; what uses them is not checked further.
  let broken: Set<String>
  /// The DMN models of the folder.
  let models: ModelFolder
  /// Roles of the folder.
  let roles: Set<String>
  let categories: Set<String>
  let services: Set<String>
  /// The days on which people work, where the folder says it.
  let calendar: WorkCalendar?
  /// The documents by name.
  let documents: [String: DocumentSyntax]
  /// Documents that exist but cannot be read.
  let brokenDocuments: Set<String>
  /// For each flow elaborated so far, the facts it gives that are certainly not null at its end.
  var certain: [String: Set<String>] = [:]
  /// Whether all is said that an author may want to know, also what takes time to find and keeps no walk from going on.
  var isThorough = false
  /// For each flow elaborated so far, the facts it gives that somebody was asked about on every walk of it.
  var asked: [String: Set<String>] = [:]
}
