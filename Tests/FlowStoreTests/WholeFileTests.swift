import Foundation
import Testing

@testable import FlowStore

/// A file is there whole or not at all, also where the file system keeps no files without a name.
@Suite struct WholeFileTests {
  let scratch = Scratch()

  /// With the list of open files, and without: then the file has a name from the beginning.
  static let ways = [WholeFile.openFiles, "/nowhere"]
  private static let bytes = [UInt8](repeating: 7, count: 1 << 17)

  private func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: scratch.path).sorted()
  }

  /// A file beside its place, `age` seconds old.
  private func leave(_ name: String, age: Int) throws {
    try scratch.write([1], name)
    try FileManager.default.setAttributes(
      [.modificationDate: Date.now.addingTimeInterval(-Double(age))], ofItemAtPath: scratch(name))
  }

  @Test(.enabled(if: Scratch.keepsNamelessFiles, "Files of this file system always have names"))
  func hasNoNameBeforeItIsWhole() throws {
    let file = try WholeFile(scratch("new"))
    try file.write(Self.bytes)
    #expect(try files() == [])
    try file.finish()
    #expect(try files() == ["new"])
    #expect(try scratch.bytes("new") == Self.bytes)
  }

  @Test func standsBesideItsPlaceWhereItMustHaveAName() throws {
    let file = try WholeFile(scratch("new"), links: "/nowhere")
    try file.write(Self.bytes)
    let found = try files()
    #expect(found.count == 1 && found.allSatisfy { $0.hasPrefix("new.") && $0.hasSuffix(".part") })
    try file.finish()
    #expect(try files() == ["new"])
    #expect(try scratch.bytes("new") == Self.bytes)
  }

  @Test(arguments: ways) func isItsOwnersAlone(_ way: String) throws {
    try WholeFile(scratch("new"), links: way).finish()
    let mode = try FileManager.default.attributesOfItem(atPath: scratch("new"))[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test(arguments: ways) func leavesNothingWhenItIsDropped(_ way: String) throws {
    do {
      let file = try WholeFile(scratch("new"), links: way)
      try file.write(Self.bytes)
    }
    #expect(try files() == [])
  }

  @Test(arguments: ways) func replacesOnlyWhereItIsToldTo(_ way: String) throws {
    try scratch.write([1, 2, 3], "there")
    #expect(throws: FileFault(path: scratch("there"), code: EEXIST)) {
      _ = try WholeFile(scratch("there"), links: way)
    }
    #expect(try scratch.bytes("there") == [1, 2, 3])
    let file = try WholeFile(scratch("there"), replacing: true, links: way)
    try file.write(Self.bytes)
    #expect(try scratch.bytes("there") == [1, 2, 3])
    try file.finish()
    #expect(try scratch.bytes("there") == Self.bytes)
    #expect(try files() == ["there"])
  }

  @Test(arguments: ways) func replacesNothingThatCameMeanwhile(_ way: String) throws {
    let file = try WholeFile(scratch("new"), links: way)
    try scratch.write([1], "new")
    do throws(FileFault) {
      try file.finish()
      Issue.record("replaced")
    } catch { #expect(error == FileFault(path: scratch("new"), code: EEXIST)) }
    #expect(try scratch.bytes("new") == [1])
    #expect(try files() == ["new"])
  }

  /// Also those of a process of this one's number, as every run in a container has; never what is being written.
  @Test(arguments: ways) func removesWhatKilledRunsLeft(_ way: String) throws {
    let old = 2 * PartialFile.age
    let kept = [
      ("sheet.0123456789abcdef.part", 0), ("other.0123456789abcdef.part", old), ("sheet.x.part", old),
      ("sheet.txt.part", old),
    ]
    for (name, age) in kept + [("sheet.fedcba9876543210.part", old)] { try leave(name, age: age) }
    let written = PartialFile(beside: scratch("sheet"))
    let descriptor = try written.open()
    defer { close(descriptor) }
    try FileManager.default.setAttributes(
      [.modificationDate: Date.now.addingTimeInterval(-Double(old))], ofItemAtPath: written.path)
    try WholeFile(scratch("sheet"), replacing: true, links: way).finish()
    let name = (written.path as NSString).lastPathComponent
    #expect(try files() == (kept.map(\.0) + ["sheet", name]).sorted())
  }

  @Test(arguments: ways) func saysWhichFileCannotBeMade(_ way: String) {
    let path = scratch("no/such/folder")
    #expect {
      _ = try WholeFile(path, links: way)
    } throws: { error in
      guard let fault = error as? FileFault else { return false }
      return fault.code == ENOENT && fault.path.hasPrefix(path)
    }
  }
}
