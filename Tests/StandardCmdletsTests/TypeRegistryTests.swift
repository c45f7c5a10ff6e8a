import CmdletKit
import ContainerCmdlets
import EngineTestSupport
import FoundationEssentials
import Interpreter
import Testing
import Values

/// The rule for .NET types, in the targets above Values: each stands in `Types/<Namespace>/<Name>.swift` of its target and is registered
/// by its file.
@Suite struct TypeRegistryTests {
    private let engine = TestSession().engine
    /// Linked in, so that the types of containers are registered.
    private let containers = ContainerObject.self

    private func findType(_ name: String) throws -> ObjectType? { try engine.findType(name) }

    /// The types that scripts can name: those of all sessions and those of this one.
    private func everyType() throws -> [ObjectType] {
        try TypeRegistry.all.map(\.type) + SessionTypeRegistry.names.compactMap { try findType($0) }
    }

    @Test func `a type of a session has the name that it is registered under`() throws {
        #expect(SessionTypeRegistry.names.count > 10)
        for name in SessionTypeRegistry.names {
            #expect(try findType(name)?.name == name)
            #expect(TypeRegistry.all.allSatisfy { $0.name != name }, "\(name) is registered for all sessions as well")
        }
    }

    @Test func `a type of a session is found without System and is the same each time`() throws {
        let file = try #require(try findType("IO.File"))
        #expect(try findType("system.io.file") === file)
        #expect(TypeTable.builtin.find("System.IO.File") == nil)
        #expect(try TestSession().engine.findType("System.IO.File") !== file)
    }

    /// PowerShell looks in no namespace but System for names without one: `[ErrorRecord]` is unknown there too.
    @Test func `a name without its namespace is an accelerator's only`() throws {
        #expect(try findType("psmoduleinfo")?.name == "System.Management.Automation.PSModuleInfo")
        #expect(try findType("ErrorRecord") == nil)
        #expect(try findType("Management.Automation.ErrorRecord") != nil)
    }

    @Test func `a type named by a member resolves`() throws {
        var unknown: Set<String> = []
        for type in try everyType() {
            for member in type.members + type.statics {
                for name in Self.names(member) where try findType(name) == nil {
                    unknown.insert("\(type.name).\(member.name): \(name)")
                }
            }
        }
        #expect(unknown.sorted() == [])
    }

    private static func names(_ member: Member) -> [String] {
        switch member.kind {
        case .property(let type, _, _): [type]
        case .method(let overloads): overloads.flatMap { overload in overload.parameters.map(\.type) + [overload.returns] }
        }
    }

    /// A second declaration of a base would not be the type that scripts name.
    @Test func `a base is the type that its name finds`() throws {
        for type in try everyType() {
            guard let base = type.base else { continue }
            let registered = TypeRegistry.all.first { $0.name == base.name }?.type
            let found = try registered ?? findType(base.name)
            // Objects have a type that is the same in all sessions; the session's type of its name adds static members to it.
            let isOfSession = SessionTypeRegistry.names.contains(base.name)
            #expect(found === base || !base.genericArguments.isEmpty || isOfSession, "\(type.name): \(base.name)")
        }
    }

    @Test func `an interface resolves`() throws {
        var unknown: Set<String> = []
        for type in try everyType() {
            for name in type.interfaces where try findType(name) == nil { unknown.insert("\(type.name): \(name)") }
        }
        #expect(unknown.sorted() == [])
    }

    // MARK: Exceptions

    @Test func `a raised exception is a type that derives from Exception`() throws {
        let exception = ExceptionTypes.find("System.Exception")
        let internals = Dictionary(TypeRegistry.all.filter(\.isInternal).map { ($0.name, $0.type) }) { first, _ in first }
        let raised = try Source.all.flatMap {
            try $0.names(#"(?:exception|exceptionType|innerException|typeName): "([^"\\]+Exception)""#)
        }
        #expect(Set(raised).count > 50)
        for name in Set(raised).sorted() {
            let type = try internals[name] ?? findType(name)
            #expect(type?.isKind(of: exception) == true, "\(name) is no registered exception")
        }
    }

    @Test(arguments: [
        ("ItemNotFoundException", "SessionStateException"), ("MethodInvocationException", "ExtendedTypeSystemException"),
        ("SetValueInvocationException", "SetValueException"), ("ValidationMetadataException", "MetadataException"),
        ("ParameterBindingArgumentTransformationException", "ParameterBindingException"),
    ])
    func `an exception of PowerShell has PowerShell's base`(_ name: String, _ base: String) {
        let namespace = "System.Management.Automation."
        #expect(ExceptionTypes.find(namespace + name).isKind(of: ExceptionTypes.find(namespace + base)))
    }

    // MARK: Places

    /// A Swift file below Sources.
    private struct Source {
        /// `Interpreter/Types/System.Management.Automation/PathInfo.swift`
        let path: String
        let text: String

        static let all: [Source] = {
            let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../Sources").standardized
                .path
            let paths = (try? FileManager.default.subpathsOfDirectory(atPath: root)) ?? []
            return paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
                let bytes = FileManager.default.contents(atPath: root + "/" + path)
                return Source(path: path, text: bytes.map { String(decoding: $0, as: UTF8.self) } ?? "")
            }
        }()

        /// The first group of each match in the code.
        func names(_ pattern: String) throws -> [String] {
            let code = text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n")
            return code.matches(of: try Regex(pattern)).compactMap { $0.output[1].substring.map(String.init) }
        }

        /// The names of types that the file declares.
        func declared() throws -> [String] {
            try names(
                #"(?:ObjectType|ObjectType\.enumeration|\.enumeration|pair|make)\(\s*"((?:System|Microsoft|Newtonsoft)\.[^"\\]*)""#)
        }

        /// Whether it is the file of a type, `<Name>.swift` or a further part (`<Name>+Members.swift`).
        func holds(_ type: String) -> Bool {
            // What stands behind a # names one of several views of the type; ``PSMemberInfoIntegratingCollection`1[[…]]`` is a generic one.
            let name = type.prefix { $0 != "#" && $0 != "`" }
            guard let dot = name.lastIndex(of: ".") else { return false }
            let file = "/Types/\(name[..<dot])/\(name[name.index(after: dot)...])"
            return path.hasSuffix(file + ".swift") || path.contains(file + "+")
        }
    }

    private static let sources = Source.all.filter { !$0.path.hasPrefix("Values/") }

    @Test func `a type is declared in the file of its name and registered`() throws {
        let registered = Set(TypeRegistry.all.map(\.name) + SessionTypeRegistry.names)
        var count = 0
        for source in Self.sources {
            for name in try source.declared() {
                count += 1
                #expect(source.holds(name), "\(name) is declared in \(source.path)")
                #expect(name.contains("#") || registered.contains(name), "\(name) is registered nowhere")
            }
        }
        #expect(count > 200)
    }

    @Test func `a type is registered by the file of its name`() throws {
        for source in Self.sources {
            let names = try source.names(
                #"\$0\.(?:add|addGeneric|addOfSession)\(\s*(?:internal: |interface: )?"((?:System|Microsoft|Newtonsoft)\.[^"\\]*)""#
            )
            for name in names { #expect(source.holds(name), "\(name) is registered by \(source.path)") }
        }
    }

    /// Exceptions that are no more than a name, a base and a message stand in one file a namespace.
    @Test func `an exception is registered by the file of its namespace`() throws {
        for source in Self.sources {
            for name in try source.names(#"\$0\.add\((?:exception|internalException): "([^"]*)""#) {
                guard let dot = name.lastIndex(of: ".") else { continue }
                let namespace = name[..<dot]
                #expect(
                    source.path.hasSuffix("/Types/\(namespace)/Exceptions+\(namespace).swift") || source.holds(name),
                    "\(name) is registered by \(source.path)")
            }
        }
    }

    @Test func `a file of a type registers one type`() throws {
        for source in Self.sources where source.path.contains("/Types/System") || source.path.contains("/Types/Microsoft") {
            let count = source.text.ranges(of: "@used private let registration").count
            let isPart = source.path.split(separator: "/").last?.contains("+") == true
            #expect(count == 1 || isPart && count == 0, "\(source.path) has \(count) registrations")
        }
    }
}
