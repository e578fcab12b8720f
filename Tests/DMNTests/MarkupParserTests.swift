import FEEL
import Testing

@testable import DMN

@Suite struct MarkupParserTests {
  @Test func `elements, attributes, namespaces, characters`() throws {
    let root = try MarkupParser.element(
      Array(
        """
        \u{FEFF}<?xml version="1.0"?><!-- < & -->
        <a:root xmlns:a="urn:a" xmlns="urn:b" x='1' a:x="&lt;&#233;&#x1F600;
        ">one <b/>&amp;<![CDATA[ <two> ]]><b y=""></b></a:root>
        <!-- after -->
        """.utf8))
    #expect(root.name == "root")
    #expect(root.namespace == "urn:a")
    #expect(root["x"] == "1")
    #expect(root["x", in: "urn:a"] == "<é😀 ")
    #expect(root.text == "one & <two> ")
    #expect(root.children.map(\.namespace) == ["urn:b", "urn:b"])
    #expect(root.children[1]["y"] == "")
    #expect(root.place == TextPlace(line: 2, column: 1))
    #expect(root.children[0].place == TextPlace(line: 3, column: 7))
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `a line end is one LF, in attributes one space, whatever the file has`(end: String) throws {
    let root = try MarkupParser.element(
      Array("<a b=\"1\(end)2\">x\(end)\(end)<!-- \(end) -->y<![CDATA[z\(end)&]]>&#13;\(end)</a>\(end)".utf8))
    #expect(root["b"] == "1 2")
    #expect(root.text == "x\n\nyz\n&\r\n")
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `a comment in FEEL ends with its line, and texts have one sign for it`(end: String) throws {
    let text = Model.text(
      Model.decision("d", "// note\(end)1 + 1") + Model.decision("e", "string length(\"a\(end)b\")"))
    let model = try DecisionModel(Definitions(dmn: Array(text.utf8)))
    #expect(model.evaluate(decision: "d", inputs: Context())?.value == 2)
    #expect(model.evaluate(decision: "e", inputs: Context())?.value == 3)
  }

  @Test(arguments: [
    ("", 1, 1, MarkupFault.Kind.expected(.element)), ("<a>", 1, 1, .notClosed("a")),
    ("<a></b>", 1, 6, .wrongEndTag(expected: "a", found: "b")), ("<a/><b/>", 1, 5, .outsideRoot),
    ("x<a/>", 1, 1, .outsideRoot), ("<a/>x", 1, 5, .outsideRoot), ("</a>", 1, 1, .outsideRoot),
    ("<a b=\"1\" b=\"2\"/>", 1, 10, .duplicateAttribute("b")),
    ("<a b=1/>", 1, 6, .expected(.valueInQuotes)),
    ("<a b=\"1\"c=\"2\"/>", 1, 9, .expected(.sign(">"))),
    ("<a b=\"<\"/>", 1, 7, .expected(.sign("&lt;"))),
    ("<a b=\"1", 1, 8, .expected(.closingQuote)), ("<a>&e;</a>", 1, 4, .unknownEntity("e")),
    ("<a>& b</a>", 1, 4, .expected(.sign("&amp;"))), ("<a>&#0;</a>", 1, 4, .invalidCharacter),
    ("<a>&#xD800;</a>", 1, 4, .invalidCharacter), ("<a>\u{1}</a>", 1, 4, .invalidCharacter),
    ("<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>", 1, 1, .doctype),
    ("<b:a/>", 1, 1, .unknownPrefix("b")), ("<a>\n <!-- x</a>", 2, 2, .expected(.sign("-->"))),
    ("<1/>", 1, 2, .expected(.name)), ("<a", 1, 3, .expected(.sign(">"))),
    (String(repeating: "<a>", count: 201), 1, 601, .tooDeep(limit: 200)),
  ])
  func `what is malformed is named with its place`(
    text: String, line: Int, column: Int, kind: MarkupFault.Kind
  ) {
    let fault = MarkupFault(kind: kind, place: TextPlace(line: line, column: column))
    #expect(throws: fault) { try MarkupParser.element(Array(text.utf8)) }
    #expect(fault.description.hasPrefix("\(line):\(column): "))
  }

  @Test func `bytes that are no text, and files past the limit, are refused`() {
    let start = TextPlace(line: 1, column: 1)
    #expect(throws: MarkupFault(kind: .notUTF8, place: start)) {
      try MarkupParser.element([0x3C, 0x61, 0xFF, 0x2F, 0x3E])
    }
    #expect(throws: MarkupFault(kind: .tooLarge(limit: MarkupLimits.size), place: start)) {
      try MarkupParser.element([UInt8](repeating: 0x20, count: MarkupLimits.size + 1))
    }
    let attributes = (0...MarkupLimits.attributes).map { " a\($0)=\"\"" }.joined()
    #expect(throws: MarkupFault.self) { try MarkupParser.element(Array("<a\(attributes)/>".utf8)) }
  }
}
