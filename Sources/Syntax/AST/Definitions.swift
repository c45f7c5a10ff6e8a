import SourceText

/// `function name { }` or `filter name { }` (about_Functions).
public struct FunctionDefinition: Sendable {
    /// The name as written, including a scope such as `global:`.
    public let name: String
    /// The extent of the name.
    public let nameSpan: SourceSpan
    /// Whether it is a `filter`, whose unnamed body is its process block.
    public let isFilter: Bool
    /// The body. Parameters behind the name (`function f($a) { }`) are the body's `parameters`.
    public let body: ScriptBlockSyntax
    /// The extent in the file.
    public let span: SourceSpan
}

/// `class Name : Base, Interface { }` (about_Classes).
public struct ClassDefinition: Sendable {
    /// The name.
    public let name: String
    /// The attributes before the keyword.
    public let attributes: [AttributeSyntax]
    /// The types behind the colon: the base class and interfaces.
    public let baseTypes: [TypeSyntax]
    /// The properties in their order.
    public let properties: [PropertyMember]
    /// The methods and constructors in their order.
    public let methods: [MethodMember]
    /// The extent in the file.
    public let span: SourceSpan
}

/// A property of a class: `[type] $Name = initial`.
public struct PropertyMember: Sendable {
    /// The name without `$`.
    public let name: String
    /// The attributes, which check assigned values.
    public let attributes: [AttributeSyntax]
    /// The type that assigned values are converted to; nil if none was written.
    public let type: TypeSyntax?
    /// The expression of the initial value; nil if none was written.
    public let initialValue: Expression?
    /// Whether `static` was written.
    public let isStatic: Bool
    /// Whether `hidden` was written: Get-Member and completion then leave the property out.
    public let isHidden: Bool
    /// The extent in the file.
    public let span: SourceSpan
}

/// A method or constructor of a class: `[type] Name(parameters) { }`.
public struct MethodMember: Sendable {
    /// The name.
    public let name: String
    /// The attributes.
    public let attributes: [AttributeSyntax]
    /// The type of the result; nil if none was written.
    public let returnType: TypeSyntax?
    /// The body. The parameters are the body's `parameters`.
    public let body: ScriptBlockSyntax
    /// Whether `static` was written.
    public let isStatic: Bool
    /// Whether `hidden` was written: Get-Member and completion then leave the method out.
    public let isHidden: Bool
    /// Whether the name is the class's.
    public let isConstructor: Bool
    /// The arguments of `: base(…)`; nil if it was not written.
    public let baseArguments: [Expression]?
    /// The extent in the file.
    public let span: SourceSpan
}

/// `enum Name : underlying { }` (about_Enum).
public struct EnumDefinition: Sendable {
    /// A member: `Name` or `Name = value`.
    public struct Member: Sendable {
        /// The name.
        public let name: String
        /// The value's expression; nil for one more than the member before.
        public let value: Expression?
        /// The extent in the file.
        public let span: SourceSpan
    }

    /// The name.
    public let name: String
    /// The attributes before the keyword, such as `[Flags()]`.
    public let attributes: [AttributeSyntax]
    /// The type behind the colon; nil for int.
    public let underlyingType: TypeSyntax?
    /// The members in their order.
    public let members: [Member]
    /// The extent in the file.
    public let span: SourceSpan
}
