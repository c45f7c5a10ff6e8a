package import CTypeRegistry
import Values

/// The types of exceptions, which errors name and `catch [type]` clauses match.
///
/// Most exceptions differ in their names, bases and messages only. They are registered together, a line for each, in the file
/// `Exceptions+<Namespace>.swift` of their namespace; one with members of its own has a file of its own.
public enum ExceptionTypes {
    /// The exception type of a name, whatever its case. An unknown name gives a new type derived directly from System.Exception, so that
    /// an error from another process keeps the name of its exception.
    public static func find(_ name: String) -> ObjectType {
        if let known = TypeTable.builtin.find(name), known.isKind(of: ExceptionObject.objectType) { return known }
        return internals[name.lowercased()]?.type
            ?? ObjectType(
                name, base: ExceptionObject.objectType,
                construct: { construct(name, message: nil, parameterPlace: nil, $0) })
    }

    /// Exceptions that .NET does not make public, which the shell raises and scripts catch by a base.
    private static let internals: [String: RegisteredType] = Dictionary(
        TypeRegistry.all.filter { $0.isInternal && $0.name.hasSuffix("Exception") }.map { ($0.name.lowercased(), $0) }
    ) { first, _ in first }

    /// Makes an exception of constructor arguments.
    /// - Parameters:
    ///   - message: the message where the arguments have none; nil for the one that names the type.
    ///   - parameterPlace: the place of the parameter's name among the arguments: `ArgumentException(message, parameter)`, but
    ///     `ArgumentNullException(parameter, message)`; nil for exceptions that are about no parameter.
    static func construct(_ name: String, message: String?, parameterPlace: Int?, _ arguments: Arguments) -> Value {
        let standard = message ?? "Exception of type '\(name)' was thrown."
        let inner = arguments[1].asObject(ExceptionObject.self) ?? arguments[2].asObject(ExceptionObject.self)
        guard let place = parameterPlace, arguments.count > place || arguments.count == 1 && place == 0 else {
            return .object(
                ExceptionObject(arguments.count > 0 ? arguments.string(0) : standard, typeName: name, inner: inner))
        }
        let parameter = arguments[place].text ?? ""
        let given = place == 0 ? arguments.count > 1 && inner == nil ? arguments[arguments.count - 1].text : nil : arguments[0].text
        let text = given ?? (parameter.isEmpty && place > 0 ? arguments.string(0) : standard)
        let suffix = parameter.isEmpty ? "" : " (Parameter '\(parameter)')"
        let exception = ExceptionObject(text + suffix, typeName: name, inner: inner)
        exception.parameterName = parameter.isEmpty ? nil : parameter
        return .object(exception)
    }

    /// Makes an exception type.
    /// - Parameters:
    ///   - base: the full name of the base class.
    ///   - members: the members that the base class does not have.
    static func make(
        _ name: String, base: String, message: String? = nil, parameterPlace: Int? = nil, members: [Member] = []
    ) -> ObjectType {
        ObjectType(
            name, base: find(base), members: members,
            construct: { construct(name, message: message, parameterPlace: parameterPlace, $0) })
    }

    /// IContainsErrorRecord: the property of PowerShell's own exceptions that holds the error record. One that nothing has raised has a
    /// record with the id and category of its type, whose exception stands for it (as in .NET, against a circle).
    static func record(id: String, category: String) -> Member {
        .property("ErrorRecord", "System.Management.Automation.ErrorRecord") { value in
            guard let exception = value.asObject(ExceptionObject.self) else { return .null }
            guard exception.record.isNull else { return exception.record }
            return .object(
                ErrorRecord(
                    exception.message, id: id, category: category,
                    exception: "System.Management.Automation.ParentContainsErrorRecordException"))
        }
    }
}

extension CTypeRegistrations {
    /// Registers an exception without members of its own.
    /// - Parameters:
    ///   - name: the full name.
    ///   - base: the full name of the base class.
    ///   - message: the message of one that is made without any; nil for the one that names the type.
    ///   - parameterPlace: as in `ExceptionTypes.construct`.
    ///   - record: the id and category of its ErrorRecord; nil if it has none, or its base has it.
    package func add(
        exception name: String, _ base: String, message: String? = nil, parameterPlace: Int? = nil,
        record: (id: String, category: String)? = nil
    ) {
        add(name) {
            ExceptionTypes.make(
                name, base: base, message: message, parameterPlace: parameterPlace,
                members: record.map { [ExceptionTypes.record(id: $0.id, category: $0.category)] } ?? [])
        }
    }

    /// Registers an exception that .NET does not make public.
    package func add(internalException name: String, _ base: String) {
        add(internal: name) { ExceptionTypes.make(name, base: base) }
    }
}
