import FlowDSL

/// Where a flow is found, and its compiled program.
struct FlowLibrary: Sendable {
  /// The protocol folder.
  let folder: String
  /// The name of the flow in it.
  let flow: String

  /// A flow by its path, or by its name in the protocol folder.
  init(_ flow: String, protocols: String?, environment: [String: String]) throws(Failure) {
    if flow.contains("/") || flow.hasSuffix(".yaml") {
      let (folder, name) = Folder.split(flow)
      guard Folder.hasEntry(flow) else {
        throw Failure.missing(flow)
      }
      self.folder = folder
      self.flow = name.hasSuffix(".yaml") ? String(name.dropLast(5)) : name
      return
    }
    let folder = try Self.folder(protocols: protocols, environment: environment)
    guard Folder.hasEntry(folder + "/" + flow + ".yaml") else {
      let known = Folder.names(in: folder, ending: ".yaml").map { String($0.dropLast(5)) }
        .filter { !["roles", "shared", "indicators"].contains($0) }
      throw Failure(
        .unknownFlow, .noInput,
        ["flow": flow, "folder": folder, "known": known.isEmpty ? "-" : known.joined(separator: ", ")])
    }
    self.folder = folder
    self.flow = flow
  }

  /// The protocol folder: as named, else beside where one stands, else with the tool.
  static func folder(protocols: String?, environment: [String: String]) throws(Failure) -> String {
    if let named = protocols ?? environment["FLOWRUN_PROTOCOLS"] {
      guard Folder.exists(named) else {
        throw Failure.missing(named)
      }
      return named
    }
    let tool = Folder.ofTool.map { tool in
      ["/protocols", "/../../../protocols", "/../share/flowrun/protocols"].map { tool + $0 }
    }
    for candidate in ["protocols"] + (tool ?? []) where Folder.exists(candidate) { return candidate }
    throw Failure(.noProtocols, .noInput)
  }

  /// The program, with everything said against it.
  func compiled() -> (program: Program?, diagnostics: [Diagnostic], sources: [SourceText]) {
    let parts = ProtocolFolder.read(folder, neededBy: flow)
    let result = FlowCompiler.compile(main: flow, parts)
    return (result.program, result.diagnostics, parts.sources)
  }

  /// The program; what is wrong with it is shown first.
  func program(_ desk: Desk) throws(Failure) -> Program {
    let result = compiled()
    guard let program = result.program else {
      let errors = result.diagnostics.filter { $0.severity == .error }
      // Who walks a case did not write the directory: one sentence says whom to ask.
      if let first = errors.first, errors.allSatisfy({ $0.place.file.hasPrefix("directory/") }) {
        throw Failure(
          .directoryHasErrors, .data,
          ["path": folder + "/" + first.place.file, "line": String(first.place.start.line)])
      }
      try desk.render(errors, of: result.sources, in: folder)
      throw Failure(.flowHasErrors, .data, ["flow": flow])
    }
    return program
  }
}

extension Failure {
  /// A file that cannot be read or written.
  init(_ fault: TextFile.Fault, writing: Bool = false) {
    guard fault.code != TextFile.notUTF8 else {
      self.init(.notUTF8, .data, ["path": fault.path])
      return
    }
    self.init(
      writing ? .cannotWrite : .cannotRead, writing ? .cannotCreate : .noInput,
      ["path": fault.path, "reason": fault.reason])
  }
}
