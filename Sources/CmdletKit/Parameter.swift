import Values

/// What the binder, help and completion know of a parameter (about_Functions_Advanced_Parameters).
public struct ParameterInfo: Sendable {
    /// How a parameter takes part in a parameter set.
    public struct Membership: Sendable {
        /// The set's name; empty if this membership holds for all sets.
        public var set: String
        /// The position among unnamed arguments, from 0; nil if the parameter must be named.
        public var position: Int?
        /// Whether a value is required.
        public var isMandatory: Bool
        /// How pipeline objects bind to the parameter.
        public var pipeline: PipelineBinding
        /// Whether the parameter takes all arguments that are left (ValueFromRemainingArguments).
        public var takesRemaining: Bool

        /// Makes a membership; the parameters are the properties of the same names.
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

    /// The name without its hyphen.
    public var name: String
    /// Other names by which the parameter can be given.
    public var aliases: [String]
    /// The type as syntax diagrams show it (`string[]`).
    public var typeName: String
    /// The type, where the name is not enough to find it (`ParameterValue.parameterType`).
    public var declaredType: (@Sendable () -> ObjectType?)?
    /// Whether the parameter is a switch, which takes no value.
    public var isSwitch: Bool
    /// Whether the type is an array. An array argument then gives the elements, where otherwise it would be one value to convert.
    public var isCollection: Bool
    /// The parameter's part in each of its sets; at least one.
    public var memberships: [Membership]
    /// The checks on a value after its conversion, in order.
    public var validations: [Validation]
    /// The source of tab completion for values.
    public var completer: ParameterCompleter
    /// One line for Get-Help -Parameter.
    public var help: String
    /// The default value as help shows it; empty if there is none to show.
    public var defaultText: String
    /// Whether completion and syntax diagrams leave the parameter out (DontShow).
    public var isHidden: Bool

    /// Makes a description; the parameters are the properties of the same names.
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

    /// The parameter's part in a set; nil if it is not in that set.
    public func membership(in set: String) -> Membership? {
        memberships.first { $0.set.isEmpty || $0.set.equalsIgnoringCase(set) }
    }
}

/// How pipeline objects reach a parameter.
public struct PipelineBinding: OptionSet, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// The whole object binds (ValueFromPipeline).
    public static let byValue = PipelineBinding(rawValue: 1)
    /// The object's property of the parameter's name or alias binds (ValueFromPipelineByPropertyName).
    public static let byPropertyName = PipelineBinding(rawValue: 2)
}

/// A Validate* or Allow* attribute of a parameter (about_Functions_Advanced_Parameters). Values are checked after their conversion;
/// of a collection each element, except by `count`.
public enum Validation: Sendable {
    /// One of the given texts.
    /// - Parameter message: the attribute's ErrorMessage; `{0}` is the argument, `{1}` the set. nil for the usual message.
    case set([String], ignoreCase: Bool, message: String? = nil)
    /// A number between two bounds, both included.
    case range(min: Double, max: Double)
    /// A value between two texts, both included, in the order of -lt.
    case textRange(min: String, max: String)
    /// A number of a sign.
    case rangeKind(RangeKind)
    /// Neither null nor empty; no element of a collection may be either.
    case notNullOrEmpty
    /// Not null; no element of a collection may be null.
    case notNull
    /// As `notNullOrEmpty`, and not of white space only.
    case notNullOrWhiteSpace
    /// A text that the regular expression matches.
    /// - Parameter message: the attribute's ErrorMessage; `{0}` is the argument, `{1}` the pattern. nil for the usual message.
    case pattern(String, message: String? = nil, ignoreCase: Bool = true)
    /// A text of so many UTF-16 code units.
    case length(min: Int, max: Int)
    /// A collection of so many elements.
    case count(min: Int, max: Int)
    /// Accepts what a mandatory parameter otherwise refuses.
    case allowNull, allowEmptyString, allowEmptyCollection
}

/// System.Management.Automation.ValidateRangeKind: the sign that a number must have.
public enum RangeKind: String, Sendable, CaseIterable {
    case positive = "Positive"
    case nonNegative = "NonNegative"
    case negative = "Negative"
    case nonPositive = "NonPositive"
}

/// Where tab completion finds the values of a parameter.
public enum ParameterCompleter: Sendable {
    /// Nowhere.
    case none
    /// In a fixed list.
    case values([String])
    /// Among the items of the current location.
    case paths
    /// Among commands.
    case commandNames
    /// Among variables.
    case variableNames
    /// From the completer that the program registered under this name (`container`, `image`, `switch`).
    case named(String)
}
