extension Definitions {
  /// Reads a DMN file (DMN 1.1 to 1.5, XML in UTF-8).
  ///
  /// - Parameters:
  ///   - file: the name by which places in it are told.
  ///   - ignoresLanguages: whether all texts are read as FEEL, whatever language the model says they are in: so programs
  ///     were walked before these were looked at.
  /// - Throws: the first fault, with its line and column.
  public init(dmn bytes: [UInt8], file: String? = nil, ignoresLanguages: Bool = false) throws(ModelFault) {
    let root: MarkupElement
    do throws(MarkupFault) {
      let element = try MarkupParser.element(bytes, file: file)
      root = ignoresLanguages ? element.withoutLanguages() : element.withLanguageInside()
    } catch {
      throw .markup(error)
    }
    guard root.name == "definitions", Definitions.namespaces.contains(root.namespace) else {
      throw .notDMN(element: root.name, namespace: root.namespace, root.place)
    }
    fingerprint = bytes.hashValue
    self.file = file
    place = root.place
    name = root["name"] ?? ""
    namespace = root["namespace"] ?? ""
    let children = root.children.filter { $0.namespace == root.namespace }
    func all<Result>(
      _ name: String, _ read: (MarkupElement) throws(ModelFault) -> Result
    ) throws(ModelFault) -> [Result] {
      var results: [Result] = []
      for child in children where child.name == name { results.append(try read(child)) }
      return results
    }
    imports = try all("import") { element throws(ModelFault) in
      // Schemas and models of other kinds are not read; what uses one of them is told where it does.
      element.importsModel ? try Import(element) : nil
    }.compactMap(\.self)
    items = try all("itemDefinition") { element throws(ModelFault) in
      try ItemDefinition(element)
    }
    inputs = try all("inputData") { element throws(ModelFault) in try InputData(element) }
    decisions = try all("decision") { element throws(ModelFault) in try Decision(element) }
    knowledgeModels = try all("businessKnowledgeModel") { element throws(ModelFault) in
      try KnowledgeModel(element)
    }
    services = try all("decisionService") { element throws(ModelFault) in try DecisionService(element) }
  }

  /// The namespaces of DMN 1.1 (a draft of which Camunda Modeler wrote at first), 1.2, 1.3, 1.4 and 1.5.
  static let namespaces = [
    "http://www.omg.org/spec/DMN/20151101/dmn11.xsd", "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
    "http://www.omg.org/spec/DMN/20180521/MODEL/",
    "https://www.omg.org/spec/DMN/20191111/MODEL/", "https://www.omg.org/spec/DMN/20211108/MODEL/",
    "https://www.omg.org/spec/DMN/20230324/MODEL/",
  ]
}

extension MarkupElement {
  /// The value of an attribute that must be there.
  func required(_ attribute: String) throws(ModelFault) -> String {
    guard let value = self[attribute] else {
      throw .missingAttribute(attribute, element: name, place)
    }
    return value
  }

  /// A child that must be there.
  func required(child: String) throws(ModelFault) -> MarkupElement {
    guard let element = self.child(child) else { throw .missingElement(child, element: name, place) }
    return element
  }

  /// Whether an `import` is of a DMN model (DMN 1.5, 6.3.3); without a type it is.
  fileprivate var importsModel: Bool {
    guard let type = self["importType"]?.trimmed, !type.isEmpty else { return true }
    return type.lowercased().contains("dmn")
  }

  /// The type of what an element declares: that of its `variable`.
  func variableType() -> TypeName? {
    child("variable")?.typeName ?? child("output")?.typeName
  }

  /// The references in the children of a name.
  func references(_ names: String...) throws(ModelFault) -> [Requirement] {
    var requirements: [Requirement] = []
    for child in children where names.contains(child.name) && child.namespace == namespace {
      requirements.append(Requirement(reference: try child.required("href"), place: child.place))
    }
    return requirements
  }

  /// The references inside information and knowledge requirements.
  func requirements() throws(ModelFault) -> [Requirement] {
    var requirements: [Requirement] = []
    for child in children
    where child.name == "informationRequirement" || child.name == "knowledgeRequirement" {
      requirements += try child.references("requiredInput", "requiredDecision", "requiredKnowledge")
    }
    return requirements
  }

  /// A formal parameter, column or variable.
  func namedType() throws(ModelFault) -> NamedType {
    NamedType(name: try required("name").trimmed, typeName: typeName)
  }

  func namedTypes(_ name: String) throws(ModelFault) -> [NamedType] {
    var types: [NamedType] = []
    for child in children(name) { types.append(try child.namedType()) }
    return types
  }
}

extension Definitions.Import {
  init(_ element: MarkupElement) throws(ModelFault) {
    name = element["name"]?.trimmed ?? ""
    namespace = try element.required("namespace")
    location = element["locationURI"]
    place = element.place
  }
}

extension ItemDefinition {
  init(_ element: MarkupElement) throws(ModelFault) {
    name = try element.required("name").trimmed
    typeName = element.typeName
    isCollection = element.isTrue("isCollection")
    allowed = element.child("allowedValues")?.writtenText(of: "text")
    constraint = element.child("typeConstraint")?.writtenText(of: "text")
    var components: [ItemDefinition] = []
    for child in element.children("itemComponent") { components.append(try ItemDefinition(child)) }
    self.components = components
    if let function = element.child("functionItem") {
      self.function = FunctionItem(
        parameters: try function.namedTypes("parameters"),
        resultTypeName: function["outputTypeRef"].map(function.typeName(_:)))
    } else {
      function = nil
    }
    place = element.place
  }
}

extension InputData {
  init(_ element: MarkupElement) throws(ModelFault) {
    id = element["id"]
    name = try element.required("name").trimmed
    variable = element.child("variable")?["name"]?.trimmed
    typeName = element.variableType()
    place = element.place
  }
}

extension Decision {
  init(_ element: MarkupElement) throws(ModelFault) {
    id = element["id"]
    name = try element.required("name").trimmed
    variable = element.child("variable")?["name"]?.trimmed
    typeName = element.variableType()
    requirements = try element.requirements()
    logic = try element.expressions().first
    place = element.place
  }
}

extension KnowledgeModel {
  init(_ element: MarkupElement) throws(ModelFault) {
    id = element["id"]
    name = try element.required("name").trimmed
    typeName = element.variableType()
    requirements = try element.requirements()
    if let logic = element.child("encapsulatedLogic") {
      function = try FunctionDefinition(logic)
    } else {
      function = nil
    }
    place = element.place
  }
}

extension DecisionService {
  init(_ element: MarkupElement) throws(ModelFault) {
    id = element["id"]
    name = try element.required("name").trimmed
    typeName = element.variableType()
    outputs = try element.references("outputDecision")
    inputDecisions = try element.references("inputDecision")
    inputData = try element.references("inputData")
    place = element.place
  }
}

extension String {
  /// Without white space at the ends.
  var trimmed: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.isFEELSpace }),
      let last = scalars.lastIndex(where: { !$0.isFEELSpace })
    else { return "" }
    return String(self[first...last])
  }
}
