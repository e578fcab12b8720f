import DMN
import FlowDSL

/// DMN models and the kit's folders on the disk.
enum DMNFiles {
  /// A model with what it imports from its folder.
  struct Model {
    let model: DecisionModel
    /// The texts of its files.
    let sources: [SourceText]
    /// What is wrong with parts of it.
    var diagnostics: [Diagnostic] {
      let words = ModelDiagnostics(sources)
      return model.faults.flatMap { words.diagnostics(of: $0) }
    }
    /// The names in it that nothing declares.
    var undeclared: [Diagnostic] {
      let words = ModelDiagnostics(sources)
      return model.undeclared.flatMap { words.diagnostics(of: $0) }
    }
  }

  /// A model with what it imports from its folder; what is wrong with it is shown first.
  static func model(_ path: String, _ desk: Desk) throws(Failure) -> Model {
    let bytes = try bytes(path)
    var sources = [SourceText(path: path, text: String(decoding: bytes, as: UTF8.self))]
    do throws(ModelFault) {
      let definitions = try Definitions(dmn: bytes, file: path)
      var others: [Definitions] = []
      var faults: [(file: String, fault: ModelFault)] = []
      if !definitions.imports.isEmpty {
        let (folder, name) = Folder.split(path)
        for other in Folder.names(in: folder, ending: ".dmn") where other != name {
          let path = folder + "/" + other
          guard let bytes = try? self.bytes(path) else { continue }
          sources.append(SourceText(path: path, text: String(decoding: bytes, as: UTF8.self)))
          do throws(ModelFault) { others.append(try Definitions(dmn: bytes, file: path)) } catch {
            faults.append((path, error))
          }
        }
      }
      do throws(ModelFault) {
        return Model(model: try DecisionModel(definitions, imports: others), sources: sources)
      } catch .missingImport(let namespace, let place) {
        // The file is there, and is no model.
        let imported = ([definitions] + others).flatMap(\.imports).filter { $0.namespace == namespace }
        throw faults.first { fault in imported.contains { $0.isAt(fault.file) } }?.fault
          ?? .missingImport(namespace: namespace, place)
      }
    } catch {
      let diagnostic = ModelDiagnostics(sources).diagnostic(of: error)
      try desk.render([diagnostic], sources: sources, toError: true)
      throw Failure(.notDMN, .data, ["path": path])
    }
  }

  private static func bytes(_ path: String) throws(Failure) -> [UInt8] {
    do throws(TextFile.Fault) {
      return try TextFile.bytes(of: path)
    } catch { throw Failure(error) }
  }

  /// The folders of the kit, level by level.
  static func kit(_ path: String) throws(Failure) -> [ConformanceFolder] {
    guard Folder.exists(path) else { throw Failure.missing(path) }
    var folders: [ConformanceFolder] = []
    for level in Folder.names(in: path, ending: "") where Folder.exists(path + "/" + level) {
      for name in Folder.names(in: path + "/" + level, ending: "") {
        let folder = "\(path)/\(level)/\(name)"
        guard Folder.exists(folder) else { continue }
        folders.append(
          ConformanceFolder(
            name: level + "/" + name, models: try files(in: folder, ending: ".dmn"),
            tests: try files(in: folder, ending: ".xml")))
      }
    }
    return folders
  }

  private static func files(in folder: String, ending: String) throws(Failure) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in Folder.names(in: folder, ending: ending) { files[name] = try bytes(folder + "/" + name) }
    return files
  }
}
