import EngineTestSupport
import FoundationEssentials
import Interpreter
import Testing
import Values

/// The rule for .NET types: each stands in `Types/<Namespace>/<Name>.swift` and is registered by its file.
@Suite struct TypeRegistryTests {
    private static let table = TypeTable.builtin

    @Test func `a registration has its type's name`() {
        for registered in TypeRegistry.all { #expect(registered.type.name == registered.name) }
        for generic in TypeRegistry.generics {
            let arguments = Array(repeating: ObjectType.string, count: generic.arity.lowerBound)
            let made = GenericTypes.find(generic.name, arguments)
            #expect(made?.name.hasPrefix(generic.name + "`") == true, "\(generic.name)")
        }
    }

    @Test func `a type is found by its name and its aliases`() {
        for registered in TypeRegistry.all where !registered.isInternal {
            for name in [registered.name] + registered.aliases {
                #expect(Self.table.find(name) === registered.type, "\(name)")
            }
        }
        for generic in TypeRegistry.generics {
            for arity in generic.arity {
                let arguments = Array(repeating: "string", count: arity).joined(separator: ",")
                #expect(Self.table.find("\(generic.name)[\(arguments)]") != nil, "\(generic.name) of \(arity)")
                #expect(Self.table.find("\(generic.name)`\(arity)")?.name == "\(generic.name)`\(arity)")
            }
        }
    }

    /// .NET keeps some types to itself: values have them, and `[System.RuntimeType]` is an unknown type.
    @Test func `an internal type is not found by its name`() {
        let found = TypeRegistry.all.filter { $0.isInternal && Self.table.find($0.name) != nil }
        #expect(found.map(\.name) == [])
    }

    @Test func `no name is registered twice`() {
        var owners: [String: String] = [:]
        for registered in TypeRegistry.all {
            for name in [registered.name] + registered.aliases {
                let other = owners.updateValue(registered.name, forKey: name.lowercased())
                #expect(other == nil, "\(name) is \(other ?? "") and \(registered.name)")
            }
        }
        let generics = TypeRegistry.generics.map(\.name)
        #expect(Set(generics).count == generics.count)
    }

    // MARK: Names in declarations

    /// The types of properties, parameters and results resolve in a session, in which the other targets' types are known too.
    @Test func `a type named by a member resolves`() throws {
        let engine = TestSession().engine
        var unknown: Set<String> = []
        for type in Self.everyType {
            for name in type.members.flatMap(Self.names) + type.statics.flatMap(Self.names) where try engine.findType(name) == nil {
                unknown.insert("\(type.name): \(name)")
            }
        }
        #expect(unknown.sorted() == [])
    }

    @Test func `an interface named by a type resolves`() throws {
        let engine = TestSession().engine
        var unknown: Set<String> = []
        for type in Self.everyType {
            for name in type.interfaces where try engine.findType(name) == nil { unknown.insert("\(type.name): \(name)") }
        }
        #expect(unknown.sorted() == [])
    }

    /// Every base of a type is the registered type of its name: a second declaration of it would not be the type that scripts name.
    @Test func `a base is a registered type`() {
        for type in Self.everyType {
            // Made of a registered generic type, or of a type of the session that has the same name.
            guard let base = type.base, base.genericArguments.isEmpty, !SessionTypeRegistry.names.contains(base.name) else {
                continue
            }
            #expect(TypeRegistry.all.contains { $0.name == base.name && $0.type === base }, "\(type.name): \(base.name)")
        }
    }

    private static var everyType: [ObjectType] {
        TypeRegistry.all.map(\.type)
            + TypeRegistry.generics.compactMap { generic in
                GenericTypes.find(generic.name, Array(repeating: .string, count: generic.arity.lowerBound))
            }
    }

    private static func names(_ member: Member) -> [String] {
        switch member.kind {
        case .property(let type, _, _): [type]
        case .method(let overloads): overloads.flatMap { overload in overload.parameters.map(\.type) + [overload.returns] }
        }
    }

    // MARK: Places

    private struct Source {
        /// `System.Text/Encoding.swift`
        let path: String
        let text: String

        /// The names of types that stand as the first argument of one of the calls, with or without a label.
        func names(in calls: String) throws -> [String] {
            let code = text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n")
            let pattern = try Regex(#"\b(?:"# + calls + #")\(\s*(?:[a-z]+:\s*)?"((?:System|Microsoft)\.[^"]*)""#)
            return code.matches(of: pattern).compactMap { $0.output[1].substring.map(String.init) }
        }

        /// Whether this is the file of a type (`System.Text/Encoding.swift` of `System.Text.Encoding`).
        /// - Parameter parts: or a further part of the type (`Encoding+Members.swift`).
        func holds(_ name: String, parts: Bool = false) -> Bool {
            guard let dot = name.lastIndex(of: ".") else { return false }
            let expected = name[..<dot] + "/" + name[name.index(after: dot)...]
            // Two files of one name cannot be compiled into a module: a generic type that has a namesake without type arguments (or the
            // other way round) in another namespace stands in a file that says which it is.
            return path == expected + ".swift" || path == expected + "OfT.swift" || (parts && path.hasPrefix(expected + "+"))
        }
    }

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Sources/Values/Types").standardized.path

    /// The files of types, one a type.
    private static let sources: [Source] = {
        let files = FileManager.default
        return ((try? files.contentsOfDirectory(atPath: folder)) ?? []).filter { !$0.hasSuffix(".swift") }.sorted().flatMap {
            namespace in
            ((try? files.contentsOfDirectory(atPath: folder + "/" + namespace)) ?? []).sorted().map { file in
                let text = (files.contents(atPath: "\(folder)/\(namespace)/\(file)")).map { String(decoding: $0, as: UTF8.self) }
                return Source(path: "\(namespace)/\(file)", text: text ?? "")
            }
        }
    }()

    @Test func `a type is registered by the file of its name`() throws {
        #expect(Self.sources.count > 150)
        var registered: [String] = []
        for source in Self.sources {
            for name in try source.names(in: "add|addGeneric") {
                #expect(source.holds(name), "\(name) is registered by \(source.path)")
                registered.append(name)
            }
        }
        let all = TypeRegistry.all.map(\.name) + TypeRegistry.generics.map(\.name)
        #expect(registered.sorted() == all.filter(registered.contains).sorted())
    }

    @Test func `a type is declared in the file of its name and registered there`() throws {
        let registered = Set(TypeRegistry.all.map(\.name))
        for source in Self.sources {
            for name in try source.names(in: "ObjectType|enumeration|whole|singleton|derived") {
                #expect(source.holds(name, parts: true), "\(name) is declared in \(source.path)")
                #expect(registered.contains(name), "\(name) is registered nowhere")
            }
        }
    }

    /// Infrastructure makes no .NET types: only the files of types do.
    @Test func `no other file declares a type`() throws {
        let root = URL(fileURLWithPath: Self.folder).deletingLastPathComponent().path
        let files = try FileManager.default.subpathsOfDirectory(atPath: root).filter { path in
            path.hasSuffix(".swift") && !["Types/System", "Types/Microsoft"].contains { path.hasPrefix($0) }
        }
        #expect(!files.isEmpty)
        for path in files {
            let text = FileManager.default.contents(atPath: root + "/" + path).map { String(decoding: $0, as: UTF8.self) } ?? ""
            let declared = try Source(path: path, text: text).names(in: "ObjectType|enumeration|singleton|add|addGeneric")
            #expect(declared == [], "\(path)")
        }
    }

    /// What a file further says of a type stands beside the file with its registration.
    @Test func `each part of a type has its type's file beside it`() {
        let paths = Set(Self.sources.map(\.path))
        for source in Self.sources where !source.text.contains(#"@section("bulkhead_types")"#) {
            let type = source.path.prefix { $0 != "+" } + ".swift"
            #expect(paths.contains(String(type)), "\(source.path)")
        }
    }
}
