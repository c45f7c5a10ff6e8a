import CmdletKit
import Values

/// Something of a class that a script declares.
package protocol ClassInstance: Object {}

/// An object of a script's class: its fields, the bases' first.
protocol ScriptInstance: ClassInstance {
    var scriptClass: ScriptClass { get }
    var fields: [Value] { get set }
}

extension ScriptInstance {
    /// Calls a method that a script defined; nil where none did.
    func callOwn(_ name: String, _ arguments: [Value]) throws -> Value? {
        guard let member = type.member(name), case .method(let overloads) = member.kind,
            scriptClass.defines(name)
        else { return nil }
        return try OverloadResolution.invoke(name, overloads, on: .object(self), arguments)
    }

    /// By ToString(format, provider) where the class is IFormattable, as strings with variables in them ask it.
    var ownText: String? {
        // Text that is made on the way to other text (a string, a listing) costs more than a call.
        try? scriptClass.engine.nested(weight: 5) {
            if type.interfaces.contains("System.IFormattable"), let text = try? callOwn("ToString", [.null, .null]) {
                return text.displayText
            }
            return try callOwn("ToString", [])?.displayText
        }
    }
}

extension ScriptClass {
    /// Whether this class or one of its bases has a method of the name.
    func defines(_ method: String) -> Bool {
        methods.contains { !$0.isStatic && $0.name.equalsIgnoringCase(method) } || base?.defines(method) == true
    }
}

/// An object of a class that derives from no .NET type.
final class ScriptObject: Object, ScriptInstance, ComparableObject, EquatableObject, FormattableObject {
    let scriptClass: ScriptClass
    var fields: [Value]

    init(_ scriptClass: ScriptClass) {
        self.scriptClass = scriptClass
        fields = Array(repeating: .null, count: scriptClass.fieldCount)
        super.init()
    }

    override var type: ObjectType { scriptClass.type }
    override var stringForm: String? { ownText }

    /// By CompareTo, where the class has one (IComparable).
    func order(to other: Object) -> Int? {
        guard let result = try? callOwn("CompareTo", [.object(other)]) else { return nil }
        return (try? Conversion.int32(result)).map { Int($0) }
    }

    /// By Equals, where the class has one.
    func equals(_ other: Value) -> Bool? { (try? callOwn("Equals", [other])).flatMap { $0 }.map { Conversion.bool($0) } }

    /// By ToString(format, provider), where the class has one (IFormattable).
    func formatted(_ format: String) throws -> String {
        if type.interfaces.contains("System.IFormattable"), let text = try callOwn("ToString", [.string(format), .null]) {
            return text.displayText
        }
        return Value.object(self).displayText
    }
}

/// An object of a class that derives from an exception: it can be thrown and caught.
final class ScriptException: ExceptionObject, ScriptInstance {
    let scriptClass: ScriptClass
    var fields: [Value]

    init(_ scriptClass: ScriptClass) {
        self.scriptClass = scriptClass
        fields = Array(repeating: .null, count: scriptClass.fieldCount)
        super.init("Exception of type '\(scriptClass.name)' was thrown.", typeName: scriptClass.name)
    }

    override var type: ObjectType { scriptClass.type }
    override var stringForm: String? { ownText ?? "\(scriptClass.name): \(message)" }
}
