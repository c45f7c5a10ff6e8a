import SourceText

/// `function name { }`, `filter name { }`.
public struct FunctionDefinition: Sendable {
    /// The name as written, with a scope prefix such as `global:` where there is one.
    public let name: String
    public let nameSpan: SourceSpan
    /// Whether it is a `filter`, whose unnamed body is the process block.
    public let isFilter: Bool
    /// Parameters behind the name (`function f($a) { }`) stand in the body's `parameters`.
    public let body: ScriptBlockSyntax
    public let span: SourceSpan
}

/// `class Name : Base, Interface { }`.
public struct ClassDefinition: Sendable {
    public let name: String
    public let attributes: [AttributeSyntax]
    public let baseTypes: [TypeSyntax]
    public let properties: [PropertyMember]
    /// Methods and constructors, in the order written.
    public let methods: [MethodMember]
    public let span: SourceSpan
}

/// `[type] $Name = initial` in a class.
public struct PropertyMember: Sendable {
    public let name: String
    public let attributes: [AttributeSyntax]
    public let type: TypeSyntax?
    public let initialValue: Expression?
    public let isStatic: Bool
    public let isHidden: Bool
    public let span: SourceSpan
}

/// `[type] Name(parameters) { }` in a class.
public struct MethodMember: Sendable {
    public let name: String
    public let attributes: [AttributeSyntax]
    public let returnType: TypeSyntax?
    /// The parameters stand in the body's `parameters`.
    public let body: ScriptBlockSyntax
    public let isStatic: Bool
    public let isHidden: Bool
    public let isConstructor: Bool
    /// The arguments of `: base(…)`; nil where it was not written.
    public let baseArguments: [Expression]?
    public let span: SourceSpan
}

/// `enum Name : underlying { }`.
public struct EnumDefinition: Sendable {
    public struct Member: Sendable {
        public let name: String
        public let value: Expression?
        public let span: SourceSpan
    }

    public let name: String
    /// `[Flags()]` and others.
    public let attributes: [AttributeSyntax]
    public let underlyingType: TypeSyntax?
    public let members: [Member]
    public let span: SourceSpan
}
