import CmdletKit
import Values

/// Reads and writes properties, members that scripts added included.
public enum MemberAccessor {
    /// `$object.Name`: the property, the key of a hashtable, or the property of each element of a collection
    /// (about_Member-Access_Enumeration).
    /// - Returns: `$null` where there is no such property.
    /// - Throws: PropertyNotFoundException under Set-StrictMode 2 or higher; what a getter throws.
    public static func value(_ object: Value, _ name: String, _ frame: Frame) throws -> Value {
        if object.isNull {
            if ["count", "length"].contains(name.lowercased()) { return .int(0) }
            if StrictMode.level(frame.scope) > 1 { throw StrictMode.noProperty(name) }
            return .null
        }
        if let found = try ownValue(object, name, frame) { return found }
        if let method = method(object, name, frame) { return method }
        if let elements = object.enumerated { return try enumerate(elements, name, frame) }
        switch name.lowercased() {
        case "count", "length":
            // Count and Length of a scalar are 1 (about_Properties).
            return .int(1)
        case "psobject": return PSObjectView.make(object, frame)
        case "psbase": return object
        case "pstypenames": return PSObjectView.typeNames(object)
        default:
            if StrictMode.level(frame.scope) > 1 { throw StrictMode.noProperty(name) }
            return .null
        }
    }

    /// `$dictionary.$key` with a key that is no string: the entry of that key; nil where there is none.
    static func entry(of object: Value, _ key: Value) -> Value? {
        guard key.text == nil, case .object(let reference) = object, let table = reference as? HashtableObject else { return nil }
        return table[key]
    }

    /// `$dictionary.$key = value` with a key that is no string.
    /// - Returns: whether the object is a dictionary and the key no string, so that the entry was set.
    static func setEntry(of object: Value, _ key: Value, to value: Value) -> Bool {
        guard key.text == nil, !key.isNull, case .object(let reference) = object, let table = reference as? HashtableObject else {
            return false
        }
        table[key] = value.orNull
        return true
    }

    /// A method named without a call, as an object (PSMethod): `$m = 'abc'.ToUpper; $m.Invoke()`.
    private static func method(_ object: Value, _ name: String, _ frame: Frame) -> Value? {
        let kind: MemberKind
        if case .method? = object.reference?.attached?[name] ?? frame.engine.typeData.member(name, of: object) {
            kind = .scriptMethod
        } else if object.type.member(name)?.isMethod == true {
            kind = .method
        } else {
            return nil
        }
        return .object(MemberObject(object.type.member(name)?.name ?? name, kind, of: object, frame.engine.link))
    }

    /// A property of the object itself, not of a collection's elements; nil where it has none.
    /// - Throws: what the property's getter throws.
    package static func ownValue(_ object: Value, _ name: String, _ frame: Frame) throws -> Value? {
        try ownValue(object, name, frame, hops: 0)
    }

    /// - Parameter hops: how many alias properties led here.
    private static func ownValue(_ object: Value, _ name: String, _ frame: Frame, hops: Int) throws -> Value? {
        if let attached = object.reference?.attached, let member = attached[name] {
            return try read(member, name, object, frame, hops)
        }
        if !frame.engine.typeData.isEmpty, let member = frame.engine.typeData.member(name, of: object) {
            return try read(member, name, object, frame, hops)
        }
        if case .object(let reference) = object {
            if let table = reference as? HashtableObject, let value = table[name] { return value }
            if let value = reference.dynamicMembers?.dynamicValue(name) { return value }
        }
        guard let member = object.type.member(name), case .property(_, let get, _) = member.kind else { return nil }
        return try get(object)
    }

    private static func aliasCycle(_ name: String) -> ValueError {
        ValueError(
            "The alias property \"\(name)\" leads back to itself.", id: "CycleInAliasLookup",
            exception: "System.Management.Automation.ExtendedTypeSystemException")
    }

    private static func read(
        _ member: AttachedMembers.Member, _ name: String, _ object: Value, _ frame: Frame, _ hops: Int
    ) throws -> Value? {
        switch member {
        case .note(let value): return value
        case .live(let live): return live.value
        case .alias(let other):
            guard hops < AttachedMembers.mostAliases else { throw aliasCycle(name) }
            return try ownValue(object, other, frame, hops: hops + 1)
        case .script(let getter, _):
            guard let block = getter as? ScriptBlock else { return nil }
            return .collapsing(try frame.engine.invoke(block, this: object, in: frame))
        case .method: return nil
        }
    }

    private static func enumerate(_ elements: [Value], _ name: String, _ frame: Frame) throws -> Value {
        var found: [Value] = []
        let isStrict = StrictMode.level(frame.scope) > 1
        for element in elements {
            guard let value = try ownValue(element, name, frame) else {
                // An element that is a PSCustomObject without the property contributes $null; other elements without it contribute
                // nothing.
                if !isStrict, element.asObject(CustomObject.self) != nil { found.append(.null) }
                continue
            }
            if let inner = value.enumerated { found += inner } else { found.append(value) }
        }
        if found.isEmpty, isStrict { throw StrictMode.noProperty(name) }
        return found.isEmpty ? .null : found.count == 1 ? found[0] : .array(found)
    }

    /// `$object.Name = value`.
    /// - Throws: `ValueError` where there is no such property or it is read-only; what a setter throws.
    static func set(_ object: Value, _ name: String, to value: Value, _ frame: Frame) throws {
        try set(object, name, to: value, frame, hops: 0)
    }

    private static func set(_ object: Value, _ name: String, to value: Value, _ frame: Frame, hops: Int) throws {
        guard hops <= AttachedMembers.mostAliases else { throw aliasCycle(name) }
        guard !object.isNull else {
            throw ValueError(
                "The property '\(name)' cannot be found on this object. Verify that the property exists and can be set.",
                id: "PropertyNotFound")
        }
        if let attached = object.reference?.attached, let member = attached[name] {
            switch member {
            case .note:
                attached[name] = .note(value.orNull)
                return
            case .live(let live): return try live.set(value)
            case .alias(let other): return try set(object, other, to: value, frame, hops: hops + 1)
            case .script(_, let setter):
                if let block = setter as? ScriptBlock {
                    _ = try frame.engine.invoke(block, arguments: [value], this: object, in: frame)
                    return
                }
            default: break
            }
        }
        if !frame.engine.typeData.isEmpty, let member = frame.engine.typeData.member(name, of: object) {
            switch member {
            case .alias(let other): return try set(object, other, to: value, frame, hops: hops + 1)
            case .script(_, let setter?):
                if let block = setter as? ScriptBlock {
                    _ = try frame.engine.invoke(block, arguments: [value], this: object, in: frame)
                }
                return
            default:
                // A note property that Update-TypeData gave a type is shared by all its objects and cannot be set on one.
                throw ValueError(
                    "Set accessor for property \"\(name)\" is unavailable.", id: "PropertyAssignmentException",
                    exception: "System.Management.Automation.SetValueException")
            }
        }
        if case .object(let reference) = object, let table = reference as? HashtableObject {
            table[name] = value.orNull
            return
        }
        if try object.reference?.dynamicMembers?.setDynamicValue(name, value) == true { return }
        if let member = object.type.member(name), case .property(_, _, let setter) = member.kind {
            guard let setter else {
                throw ValueError(
                    "'\(member.name)' is a ReadOnly property.", id: "PropertyAssignmentException",
                    exception: "System.Management.Automation.SetValueInvocationException")
            }
            return try setting(member.name) { try setter(object, value) }
        }
        if case .array(let array) = object, !array.elements.isEmpty {
            for element in array.elements { try set(element, name, to: value, frame) }
            return
        }
        throw ValueError(
            "The property '\(name)' cannot be found on this object. Verify that the property exists and can be set.",
            id: "PropertyNotFound")
    }

    /// Wraps the error of a property's setter in PowerShell's SetValueInvocationException.
    private static func setting(_ name: String, _ body: () throws -> Void) throws {
        do { try body() } catch let error as ValueError {
            let record = ErrorRecord.wrapping(error)
            record.exception.record = .object(record)
            let exception = ExceptionObject(
                "Exception setting \"\(name)\": \"\(error.message)\"",
                typeName: "System.Management.Automation.SetValueInvocationException", inner: record.exception)
            throw TerminatingError(ErrorRecord(exception: exception, id: "ExceptionWhenSetting", category: "NotSpecified"))
        }
    }

    /// `[type]::Name = value`.
    static func setStatic(_ type: ObjectType, _ name: String, to value: Value) throws {
        guard let member = type.staticMember(name), case .property(_, _, let setter?) = member.kind else {
            throw ValueError(
                "The property '\(name)' cannot be found on this object. Verify that the property exists and can be set.",
                id: "PropertyAssignmentException")
        }
        try setting(member.name) { try setter(.null, value) }
    }

    /// `[type]::Name`: a static property, an enumeration's value, or a method as an object (PSMethod).
    static func staticValue(_ type: ObjectType, _ name: String, _ engine: Engine) throws -> Value {
        if let enumeration = type.enumeration,
            let raw = enumeration.cases.first(where: { $0.name.equalsIgnoringCase(name) })?.rawValue
        {
            return .object(EnumObject(type, rawValue: raw))
        }
        switch type.staticMember(name)?.kind {
        case .property(_, let get, _): return try get(.null)
        case .method: return .object(MemberObject(type.staticMember(name)?.name ?? name, ofType: type, engine.link))
        case nil: return .null
        }
    }
}
