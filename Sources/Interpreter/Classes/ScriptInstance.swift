import CmdletKit
import Values

/// An instance of a class that a script defines.
package protocol ClassInstance: Object {}

/// An instance with its fields, those of base classes first.
protocol ScriptInstance: ClassInstance, KeyEquality {
    var scriptClass: ScriptClass { get }
    var fields: [Value] { get set }
}

extension ScriptInstance {
    /// The result of the class's GetHashCode(). An error in it falls back to the object's identity.
    package var keyHash: Int? {
        attempt { try callOwn("GetHashCode", []) }.flatMap { try? Conversion.int32($0) }.map { Int($0) }
    }

    /// The result of the class's Equals() for another key.
    package func keyEquals(_ other: Object) -> Bool? {
        attempt { try callOwn("Equals", [.object(other)]) }.map { Conversion.bool($0) }
    }

    /// Calls an instance method that a script's class defines; nil where none does.
    func callOwn(_ name: String, _ arguments: [Value]) throws -> Value? {
        guard let member = type.member(name), case .method(let overloads) = member.kind,
            scriptClass.defines(name)
        else { return nil }
        return try OverloadResolution.invoke(name, overloads, on: .object(self), arguments)
    }

    /// The result of the class's ToString(), or of ToString(format, provider) where the class implements IFormattable, as string
    /// expansion calls it.
    var ownText: String? {
        attempt {
            // Text that is made on the way to other text (a string, a listing) costs more than a call.
            try scriptClass.engine.nested(weight: 5) {
                if type.interfaces.contains("System.IFormattable"), let text = try? callOwn("ToString", [.null, .null]) {
                    return text.displayText
                }
                return try callOwn("ToString", [])?.displayText
            }
        }
    }

    /// Runs a method of the class for a caller that takes no error: a text, a comparison, the hash of a key.
    /// - Returns: nil where it fails. An overflow of the call depth is raised by the next statement.
    func attempt<T>(_ body: () throws -> T?) -> T? {
        do { return try body() } catch {
            if error.isCallDepthOverflow { scriptClass.engine.interrupt.noteOverflow() }
            return nil
        }
    }
}

extension ScriptClass {
    /// Whether the class or a base class defines an instance method of the name.
    func defines(_ method: String) -> Bool {
        methods.contains { !$0.isStatic && $0.name.equalsIgnoringCase(method) } || base?.defines(method) == true
    }
}

/// An instance of a class without a base class of .NET.
final class ScriptObject: Object, ScriptInstance, ComparableObject, EquatableObject, FormattableObject {
    let scriptClass: ScriptClass
    var fields: [Value]

    init(_ scriptClass: ScriptClass) {
        self.scriptClass = scriptClass
        fields = Array(repeating: .null, count: scriptClass.fieldCount)
        super.init()
    }

    override var type: ObjectType { scriptClass.type }
    override var keyEquality: (any KeyEquality)? { scriptClass.definesKeyEquality ? self : nil }
    override var stringForm: String? { ownText }

    /// Orders by CompareTo, where the class defines it (IComparable).
    func order(to other: Object) -> Int? {
        guard let result = attempt({ try callOwn("CompareTo", [.object(other)]) }) else { return nil }
        return (try? Conversion.int32(result)).map { Int($0) }
    }

    /// Compares by Equals, where the class defines it.
    func equals(_ other: Value) -> Bool? { attempt { try callOwn("Equals", [other]) }.map { Conversion.bool($0) } }

    /// Formats by ToString(format, provider), where the class implements IFormattable.
    func formatted(_ format: String) throws -> String {
        if type.interfaces.contains("System.IFormattable"), let text = try callOwn("ToString", [.string(format), .null]) {
            return text.displayText
        }
        return Value.object(self).displayText
    }
}

/// An instance of a class that derives from an exception, which can be thrown and caught.
final class ScriptException: ExceptionObject, ScriptInstance {
    let scriptClass: ScriptClass
    var fields: [Value]

    init(_ scriptClass: ScriptClass) {
        self.scriptClass = scriptClass
        fields = Array(repeating: .null, count: scriptClass.fieldCount)
        super.init("Exception of type '\(scriptClass.name)' was thrown.", typeName: scriptClass.name)
    }

    override var type: ObjectType { scriptClass.type }
    override var keyEquality: (any KeyEquality)? { scriptClass.definesKeyEquality ? self : nil }
    override var stringForm: String? { ownText ?? "\(scriptClass.name): \(message)" }
}
