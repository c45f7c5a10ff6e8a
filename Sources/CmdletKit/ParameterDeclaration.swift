import Values

/// A parameter of a cmdlet type: its description, and the property of the cmdlet that it sets.
public struct Parameter<C>: Sendable {
    /// The description without the cmdlet's type.
    public private(set) var info: ParameterInfo
    /// Converts an argument and stores it in the property; throws `ValueError` if the argument does not convert.
    let assign: @Sendable (inout C, Value) throws -> Void
    /// The property's offset in bytes; nil for a computed one.
    let offset: Int?
    /// Copies the property from another state of the cmdlet (the second argument) to the first.
    let copy: @Sendable (inout C, C) -> Void

    init(
        info: ParameterInfo, offset: Int?, assign: @escaping @Sendable (inout C, Value) throws -> Void,
        copy: @escaping @Sendable (inout C, C) -> Void
    ) {
        (self.info, self.offset, self.assign, self.copy) = (info, offset, assign, copy)
    }

    /// Declares a parameter that plays the same part in each of its sets.
    /// - Parameters:
    ///   - path: the property that it sets. A parameter has the name of its property, with a capital.
    ///   - name: the name without its hyphen, where the property has another one.
    ///   - aliases: other names by which it can be given.
    ///   - position: its position among unnamed arguments, from 0; nil if it must be named.
    ///   - mandatory: whether a value is required.
    ///   - pipeline: how pipeline objects bind to it.
    ///   - remaining: whether it takes all arguments that are left.
    ///   - sets: the parameter sets that it belongs to; empty for all.
    ///   - validate: the checks on a value after its conversion.
    ///   - completer: the source of tab completion; nil for the one of its type.
    ///   - defaultText: the default value as help shows it.
    ///   - help: one line for Get-Help -Parameter.
    ///   - hidden: whether completion and syntax diagrams leave it out.
    public init<V: ParameterValue>(
        _ path: any WritableKeyPath<C, V> & Sendable, named name: String? = nil, aliases: [String] = [], position: Int? = nil,
        mandatory: Bool = false,
        pipeline: PipelineBinding = [], remaining: Bool = false, sets: [String] = [], validate: [Validation] = [],
        completer: ParameterCompleter? = nil, default defaultText: String = "", help: String = "", hidden: Bool = false
    ) {
        let memberships = (sets.isEmpty ? [""] : sets).map {
            ParameterInfo.Membership(
                set: $0, position: position, isMandatory: mandatory, pipeline: pipeline, takesRemaining: remaining)
        }
        self.init(
            path, named: name, aliases: aliases, memberships: memberships, validate: validate, completer: completer,
            default: defaultText,
            help: help,
            hidden: hidden)
    }

    /// Declares a parameter whose part differs from set to set.
    /// - Parameter memberships: its part in each set; the other parameters are those of the initializer above.
    public init<V: ParameterValue>(
        _ path: any WritableKeyPath<C, V> & Sendable, named name: String? = nil, aliases: [String] = [],
        memberships: [ParameterInfo.Membership],
        validate: [Validation] = [], completer: ParameterCompleter? = nil, default defaultText: String = "", help: String = "",
        hidden: Bool = false
    ) {
        let offset = MemoryLayout<C>.offset(of: path)
        self.offset = offset
        info = ParameterInfo(
            name: name ?? Self.propertyName(path, offset), aliases: aliases, typeName: V.parameterTypeName,
            isSwitch: V.self == Switch.self,
            isCollection: V.isCollection,
            memberships: memberships, validations: validate, completer: completer ?? V.completer, help: help,
            defaultText: defaultText,
            isHidden: hidden)
        info.declaredType = { V.parameterType }
        // A stored property is written through its offset, which is faster than a key path: a pipeline binds once for every object.
        if let offset {
            assign = { cmdlet, value in
                let argument = try V.fromArgument(value)
                withUnsafeMutablePointer(to: &cmdlet) {
                    UnsafeMutableRawPointer($0).advanced(by: offset).assumingMemoryBound(to: V.self).pointee = argument
                }
            }
        } else {
            assign = { cmdlet, value in cmdlet[keyPath: path] = try V.fromArgument(value) }
        }
        copy = { cmdlet, other in cmdlet[keyPath: path] = other[keyPath: path] }
    }

    private static func propertyName<V>(_ path: KeyPath<C, V>, _ offset: Int?) -> String {
        // A computed property is found by its text: `\GetItem.path`.
        let name =
            offset.flatMap { FieldName.find(at: $0, of: V.self, in: C.self) }
            ?? String(describing: path).split(separator: ".").last.map(String.init) ?? ""
        return FieldName.parameterName(name)
    }
}
