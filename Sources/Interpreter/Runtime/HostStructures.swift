import Values

/// The places and sizes of a terminal (System.Management.Automation.Host).
package enum HostStructures {
    final class Pair: Object, EquatableObject {
        private let ownType: ObjectType
        var parts: [Int32]

        init(_ type: ObjectType, _ parts: [Int32]) {
            ownType = type
            self.parts = parts
            super.init()
        }

        override var type: ObjectType { ownType }
        override var stringForm: String? { parts.map { String($0) }.joined(separator: ",") }
        func equals(_ other: Value) -> Bool? {
            other.asObject(Pair.self).map { $0.ownType === ownType && $0.parts == parts } ?? false
        }
    }

    /// A Size as scripts see it.
    package static func size(width: Int, height: Int) -> Value {
        .object(Pair(size, [Int32(clamping: width), Int32(clamping: height)]))
    }

    /// The type of two numbers.
    /// - Parameters:
    ///   - first: the name of the first one.
    ///   - second: the name of the second one.
    static func pair(_ name: String, _ first: String, _ second: String) -> ObjectType {
        let members = [first, second].enumerated().map { place, name in
            Member.property(
                name, "int", set: { $0.asObject(Pair.self)?.parts[place] = try Conversion.int32($1) },
                { .int($0.asObject(Pair.self)?.parts[place] ?? 0) })
        }
        return ObjectType(
            name, base: .valueType, isValueType: true, members: members,
            construct: { arguments in
                guard arguments.count == 0 || arguments.count == 2 else {
                    throw ValueError(
                        "Cannot find an overload for \"\(name.split(separator: ".").last ?? "")\" and the argument count: \"\(arguments.count)\".",
                        id: "MethodCountCouldNotFindBest", exception: "System.Management.Automation.MethodException",
                        category: "NotSpecified")
                }
                let parts = arguments.count == 0 ? [0, 0] : try arguments.values.map { try Conversion.int32($0) }
                return .object(Pair(first == "X" ? coordinates : size, parts))
            })
    }
}
