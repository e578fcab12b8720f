import Foundation

let arguments = Arguments(CommandLine.arguments)
let machine = Machine.line(swift: arguments["swift"] ?? "Swift")
let peers = arguments["python"].flatMap { python in
  arguments["peers"].map { Peers(folder: $0, python: python, scratch: arguments["scratch"] ?? ".") }
}
let rows = Rows(peers: peers)

var table: [Row] = []
table += try rows.danger()
table += try rows.guards()
table += try rows.analysis()

let text = machine + "\n\n" + Markdown.table(table)
print(text)
if let readme = arguments["readme"] { try Readme.write(text, to: readme) }
