import DMN

/// DMN models and the kit's folders on the disk.
enum DMNFiles {
  /// A model with what it imports from its folder.
  static func model(_ path: String) throws(Failure) -> DecisionModel {
    let definitions = try definitions(path)
    var imports: [Definitions] = []
    if !definitions.imports.isEmpty {
      let (folder, name) = Folder.split(path)
      for other in Folder.names(in: folder, ending: ".dmn") where other != name {
        // What is not a model is none of its imports.
        if let other = try? self.definitions(folder + "/" + other), other.namespace != definitions.namespace {
          imports.append(other)
        }
      }
    }
    do throws(ModelFault) {
      return try DecisionModel(definitions, imports: imports)
    } catch { throw Failure(.notDMN, .data, ["path": path, "reason": error.description]) }
  }

  private static func definitions(_ path: String) throws(Failure) -> Definitions {
    let bytes = try bytes(path)
    do throws(ModelFault) {
      return try Definitions(dmn: bytes)
    } catch { throw Failure(.notDMN, .data, ["path": path, "reason": error.description]) }
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
