/// A declared member of a type.
public struct Member: Sendable {
    /// What a member is: a property or a method.
    public enum Kind: Sendable {
        /// Read by `get`, written by `set` where there is one.
        case property(type: String, get: Getter, set: Setter?)
        case method([Overload])
    }
    /// Reads a property of a value; a static one gets null.
    public typealias Getter = @Sendable (Value) throws -> Value
    /// Writes a property of a value; a static one gets null.
    public typealias Setter = @Sendable (Value, Value) throws -> Void

    /// In the declared casing, which tables and Get-Member show.
    public let name: String
    /// How the member is read and written, or called.
    public let kind: Kind
    /// Left out by formatting and by Get-Member without -Force.
    public let isHidden: Bool

    /// A member by its kind; the other functions make the usual ones.
    public init(_ name: String, _ kind: Kind, isHidden: Bool = false) {
        self.name = name
        self.kind = kind
        self.isHidden = isHidden
    }

    /// A property computed from the value.
    public static func property(_ name: String, _ type: String, set: Setter? = nil, _ get: @escaping Getter) -> Member {
        Member(name, .property(type: type, get: get, set: set))
    }

    /// A property of a Swift value that a `NativeObject` holds.
    public static func property<T, P>(
        _ name: String, _ type: String, of _: T.Type, _ path: any KeyPath<T, P> & Sendable, _ wrap: @escaping @Sendable (P) -> Value
    ) -> Member {
        Member(
            name,
            .property(
                type: type,
                get: { value in
                    guard case .object(let object) = value, let native = object as? NativeObject<T> else { return .null }
                    return wrap(native.value[keyPath: path])
                }, set: nil))
    }

    /// A method with one overload. Signatures read as C# does: `"int startIndex"`.
    public static func method(
        _ name: String, _ parameters: String..., returns: String, _ invoke: @escaping @Sendable (Value, Arguments) throws -> Value
    ) -> Member {
        Member(name, .method([Overload(parameters, returns: returns, invoke)]))
    }

    /// A method with several overloads.
    public static func method(_ name: String, overloads: [Overload]) -> Member { Member(name, .method(overloads)) }

    /// A static method; the closure gets no receiver.
    public static func function(
        _ name: String, _ parameters: String..., returns: String, _ invoke: @escaping @Sendable (Arguments) throws -> Value
    ) -> Member {
        Member(name, .method([Overload(parameters, returns: returns) { _, arguments in try invoke(arguments) }]))
    }

    /// A static constant.
    public static func constant(_ name: String, _ type: String, _ value: @escaping @Sendable () -> Value) -> Member {
        Member(name, .property(type: type, get: { _ in value() }, set: nil))
    }

    /// Whether the member is called, and not read.
    public var isMethod: Bool {
        if case .method = kind { return true }
        return false
    }
}

/// One way to call a method.
public struct Overload: Sendable {
    /// What an overload takes at one place.
    public struct Parameter: Sendable {
        /// The type as it is written (`int`, `string[]`, `char`).
        public let type: String
        /// The name, without the mark of an optional one.
        public let name: String
        /// Takes all the arguments that are left (`params`).
        public let isVariadic: Bool
        /// May be left out.
        public let isOptional: Bool
        let kind: ArgumentKind

        /// A parameter's declaration, for a type that a script or a type argument gives.
        static func text(_ type: ObjectType, _ name: String) -> String {
            (TypeTable.accelerator(of: type) ?? type.name) + " " + name
        }
    }
    /// What the overload takes, in order.
    public let parameters: [Parameter]
    /// The type of the result as it is written (`int`, `System.Xml.XmlNode`, `void`).
    public let returns: String
    /// Runs the method; a static one gets null for the value. The arguments are of the parameters' types.
    public let invoke: @Sendable (Value, Arguments) throws -> Value

    /// Signatures read as C# does: `"int startIndex"`, with `params` before the last one and `?` behind an optional one.
    public init(_ parameters: [String], returns: String, _ invoke: @escaping @Sendable (Value, Arguments) throws -> Value) {
        self.parameters = parameters.map { text in
            var words = text.split(separator: " ").map(String.init)
            let variadic = words.first == "params"
            if variadic { words.removeFirst() }
            var name = words.last ?? ""
            let optional = name.hasSuffix("?")
            if optional { name.removeLast() }
            let type = words.first ?? "object"
            let elementType = variadic && type.hasSuffix("[]") ? String(type.dropLast(2)) : type
            return Parameter(type: type, name: name, isVariadic: variadic, isOptional: optional, kind: ArgumentKind(elementType))
        }
        self.returns = returns
        self.invoke = invoke
    }

    /// Signatures read as C# does: `"int startIndex"`, with `params` before the last one and `?` behind an optional one.
    public init(_ parameters: String..., returns: String, _ invoke: @escaping @Sendable (Value, Arguments) throws -> Value) {
        self.init(parameters, returns: returns, invoke)
    }

    /// The definition as Get-Member prints it.
    public func definition(_ name: String) -> String {
        let list = parameters.map { ($0.isVariadic ? "Params " : "") + $0.type + " " + $0.name }.joined(separator: ", ")
        return "\(returns) \(name)(\(list))"
    }
}

/// The arguments of a call, already of the overload's types.
public struct Arguments: Sendable {
    /// A box, because values are not Sendable and arguments never leave their call.
    private struct Storage: @unchecked Sendable { let values: [Value] }
    private let storage: Storage

    /// Takes the arguments as they are.
    public init(_ values: [Value]) { storage = Storage(values: values) }

    /// All arguments.
    public var values: [Value] { storage.values }
    /// How many arguments the call has.
    public var count: Int { storage.values.count }

    /// The argument, null past the last one.
    public subscript(place: Int) -> Value { storage.values.indices.contains(place) ? storage.values[place] : .null }

    /// The text of an argument; empty past the last one.
    public func string(_ place: Int) -> String { self[place].displayText }
    /// The number of an argument, rounded, at most what Int holds; 0 for what is no number.
    public func int(_ place: Int) -> Int { (try? Conversion.integer(self[place])).map { Int(clamping: $0) } ?? 0 }
    /// The number of an argument; 0 for what is no number.
    public func double(_ place: Int) -> Double { (try? Conversion.double(self[place])) ?? 0 }
    /// Whether an argument is true by the language's rule.
    public func bool(_ place: Int) -> Bool { Conversion.bool(self[place]) }
    /// The first UTF-16 code unit of an argument; 0 for an empty text.
    public func char(_ place: Int) -> UInt16 {
        switch self[place] {
        case .char(let unit): unit
        case let other: other.displayText.utf16.first ?? 0
        }
    }
    /// The elements of an array argument, or the one value.
    public func list(_ place: Int) -> [Value] { self[place].enumeratedOrSelf }
}
