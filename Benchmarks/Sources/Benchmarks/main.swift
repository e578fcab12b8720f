import Foundation

let arguments = Arguments(CommandLine.arguments)
let program = try ReferenceFlow.program()
if let journal = arguments["replay"] {
  try Journals(program: program, folder: ".").replay(journal)
  print(Memory.ownPeak ?? .infinity)
  exit(0)
}

do {
  try Run(arguments: arguments, program: program).measure()
} catch {
  FileHandle.standardError.write(Data("measuring failed: \(error)\n".utf8))
  exit(1)
}
