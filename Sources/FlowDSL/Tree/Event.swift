import CYAML

/// What libyaml's parser reports, one at a time.
struct Event {
  enum Form {
    case streamStart, streamEnd, documentEnd, sequenceEnd, mappingEnd
    case documentStart(hasDirective: Bool)
    case alias(String)
    case scalar(Node.Scalar, Decoration)
    case sequenceStart(Decoration)
    case mappingStart(Decoration)
  }

  /// An anchor or a tag before a node: neither is part of the language.
  struct Decoration {
    let anchor: String?
    let tag: String?
  }

  let form: Form
  let start: yaml_mark_t
  let end: yaml_mark_t

  /// Copies what libyaml holds.
  init(_ event: yaml_event_t) {
    start = event.start_mark
    end = event.end_mark
    switch event.type {
    case YAML_STREAM_START_EVENT: form = .streamStart
    case YAML_DOCUMENT_START_EVENT:
      let document = event.data.document_start
      form = .documentStart(
        hasDirective: document.version_directive != nil
          || document.tag_directives.start != document.tag_directives.end)
    case YAML_DOCUMENT_END_EVENT: form = .documentEnd
    case YAML_ALIAS_EVENT: form = .alias(Self.text(event.data.alias.anchor) ?? "")
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let text = String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      form = .scalar(
        Node.Scalar(text: text, style: Self.style(scalar.style)), Self.decoration(scalar.anchor, scalar.tag))
    case YAML_SEQUENCE_START_EVENT:
      let sequence = event.data.sequence_start
      form = .sequenceStart(Self.decoration(sequence.anchor, sequence.tag))
    case YAML_SEQUENCE_END_EVENT: form = .sequenceEnd
    case YAML_MAPPING_START_EVENT:
      let mapping = event.data.mapping_start
      form = .mappingStart(Self.decoration(mapping.anchor, mapping.tag))
    case YAML_MAPPING_END_EVENT: form = .mappingEnd
    default: form = .streamEnd
    }
  }

  private static func decoration(
    _ anchor: UnsafeMutablePointer<UInt8>?, _ tag: UnsafeMutablePointer<UInt8>?
  ) -> Decoration {
    Decoration(anchor: text(anchor), tag: text(tag))
  }

  private static func text(_ pointer: UnsafeMutablePointer<UInt8>?) -> String? {
    pointer.map { String(cString: $0) }
  }

  private static func style(_ style: yaml_scalar_style_t) -> Node.Scalar.Style {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }
}
