import Values

/// What the binder, help and completion know of a parameter.
public struct ParameterInfo: Sendable {
    /// How a parameter takes part in one parameter set.
    public struct Membership: Sendable {
        /// The set's name; empty for all sets.
        public var set: String
        public var position: Int?
        public var isMandatory: Bool
        public var pipeline: PipelineBinding
        /// Takes all the arguments that are left.
        public var takesRemaining: Bool

        public init(
            set: String = "", position: Int? = nil, isMandatory: Bool = false, pipeline: PipelineBinding = [],
            takesRemaining: Bool = false
        ) {
            self.set = set
            self.position = position
            self.isMandatory = isMandatory
            self.pipeline = pipeline
            self.takesRemaining = takesRemaining
        }
    }

    public var name: String
    public var aliases: [String]
    /// As syntax diagrams show it (`string[]`).
    public var typeName: String
    /// Its type, where the name is not enough to find it (`ParameterValue.parameterType`).
    public var declaredType: (@Sendable () -> ObjectType?)?
    public var isSwitch: Bool
    /// True where a single argument that is an array stays one argument's worth of elements.
    public var isCollection: Bool
    public var memberships: [Membership]
    public var validations: [Validation]
    public var completer: ParameterCompleter
    public var help: String
    /// What it is where it was not given, as help shows it.
    public var defaultText: String
    /// Not offered by completion (`DontShow`).
    public var isHidden: Bool

    public init(
        name: String, aliases: [String] = [], typeName: String, isSwitch: Bool = false, isCollection: Bool = false,
        memberships: [Membership] = [Membership()], validations: [Validation] = [], completer: ParameterCompleter = .none,
        help: String = "",
        defaultText: String = "", isHidden: Bool = false
    ) {
        self.name = name
        self.aliases = aliases
        self.typeName = typeName
        self.isSwitch = isSwitch
        self.isCollection = isCollection
        self.memberships = memberships
        self.validations = validations
        self.completer = completer
        self.help = help
        self.defaultText = defaultText
        self.isHidden = isHidden
    }

    /// The part it plays in a set; nil where it has none.
    public func membership(in set: String) -> Membership? {
        memberships.first { $0.set.isEmpty || $0.set.equalsIgnoringCase(set) }
    }
}

/// How pipeline objects reach a parameter.
public struct PipelineBinding: OptionSet, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let byValue = PipelineBinding(rawValue: 1)
    public static let byPropertyName = PipelineBinding(rawValue: 2)
}

/// What a parameter's value must be like; checked behind its conversion (about_Functions_Advanced_Parameters).
public enum Validation: Sendable {
    /// - Parameter message: ErrorMessage of the attribute: `{0}` is the argument, `{1}` the set.
    case set([String], ignoreCase: Bool, message: String? = nil)
    case range(min: Double, max: Double)
    /// Between two texts in the order of -lt.
    case textRange(min: String, max: String)
    case rangeKind(RangeKind)
    case notNullOrEmpty
    case notNull
    case notNullOrWhiteSpace
    /// - Parameter message: as for sets, `{1}` is the pattern.
    case pattern(String, message: String? = nil, ignoreCase: Bool = true)
    case length(min: Int, max: Int)
    case count(min: Int, max: Int)
    /// Allows what a mandatory parameter refuses.
    case allowNull, allowEmptyString, allowEmptyCollection
}

/// System.Management.Automation.ValidateRangeKind.
public enum RangeKind: String, Sendable, CaseIterable {
    case positive = "Positive"
    case nonNegative = "NonNegative"
    case negative = "Negative"
    case nonPositive = "NonPositive"
}

/// Where completion finds a parameter's values.
public enum ParameterCompleter: Sendable {
    case none
    case values([String])
    case paths
    case commandNames
    case variableNames
    /// Asks a service by a name that the program registered (`container`, `image`, `switch`).
    case named(String)
}

/// A parameter of a cmdlet type: its description and the property that it sets.
public struct Parameter<C>: Sendable {
    public private(set) var info: ParameterInfo
    let assign: @Sendable (inout C, Value) throws -> Void
    /// Takes the property over from another state of the cmdlet.
    let copy: @Sendable (inout C, C) -> Void

    /// - Parameters:
    ///   - position: where it stands among unnamed arguments, from 0.
    ///   - pipeline: whether pipeline objects bind to it whole or through a property of its name.
    ///   - sets: the parameter sets it belongs to; empty for all.
    public init<V: ParameterValue>(
        _ name: String, _ path: any WritableKeyPath<C, V> & Sendable, aliases: [String] = [], position: Int? = nil,
        mandatory: Bool = false,
        pipeline: PipelineBinding = [], remaining: Bool = false, sets: [String] = [], validate: [Validation] = [],
        completer: ParameterCompleter? = nil, default defaultText: String = "", help: String = "", hidden: Bool = false
    ) {
        let memberships = (sets.isEmpty ? [""] : sets).map {
            ParameterInfo.Membership(
                set: $0, position: position, isMandatory: mandatory, pipeline: pipeline, takesRemaining: remaining)
        }
        self.init(
            name, path, aliases: aliases, memberships: memberships, validate: validate, completer: completer, default: defaultText,
            help: help,
            hidden: hidden)
    }

    /// For a parameter whose part differs from set to set.
    public init<V: ParameterValue>(
        _ name: String, _ path: any WritableKeyPath<C, V> & Sendable, aliases: [String] = [],
        memberships: [ParameterInfo.Membership],
        validate: [Validation] = [], completer: ParameterCompleter? = nil, default defaultText: String = "", help: String = "",
        hidden: Bool = false
    ) {
        info = ParameterInfo(
            name: name, aliases: aliases, typeName: V.parameterTypeName, isSwitch: V.self == Switch.self,
            isCollection: V.isCollection,
            memberships: memberships, validations: validate, completer: completer ?? V.completer, help: help,
            defaultText: defaultText,
            isHidden: hidden)
        // A stored property is written where it lies: a pipeline binds once for every object.
        if let offset = MemoryLayout<C>.offset(of: path) {
            assign = { cmdlet, value in
                let argument = try V.fromArgument(value)
                withUnsafeMutablePointer(to: &cmdlet) {
                    UnsafeMutableRawPointer($0).advanced(by: offset).assumingMemoryBound(to: V.self).pointee = argument
                }
            }
        } else {
            assign = { cmdlet, value in cmdlet[keyPath: path] = try V.fromArgument(value) }
        }
        info.declaredType = { V.parameterType }
        copy = { cmdlet, other in cmdlet[keyPath: path] = other[keyPath: path] }
    }
}
