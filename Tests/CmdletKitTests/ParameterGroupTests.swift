import Testing
import Values

@testable import CmdletKit

/// A separator, as a group inside another group.
private struct Separator {
    var isWide = false
    var delimiter = ","
}

/// A group that holds a group, with a property of the same type before and after it.
private struct Layout: ParameterGroup {
    var title = ""
    var separator = Separator()
    var footer = ""

    static let parameters: [Parameter<Layout>] = .of(
        .group(\.separator, Parameter(\.delimiter, position: 1)),
        [Parameter(\.title), Parameter(\.footer)])
}

private struct WriteThing: Cmdlet {
    var heading = ""
    var layout = Layout()
    var trailer = ""
    /// The same type as `layout`: a group that is used twice, under other names.
    var second = Layout()

    static let declaration = CmdletDeclaration<WriteThing>(
        "Write-Thing", synopsis: "Writes.",
        parameters: .of(
            [Parameter(\.heading)], .group(\.layout), [Parameter(\.trailer)],
            .group(\.second, [Parameter(\.title, named: "SecondTitle", mandatory: true)])))
}

/// Knows which parameters are bound, and nothing else.
private final class BoundParameters: CmdletRuntime {
    let names: Set<String>
    init(_ names: Set<String>) { self.names = names }

    let commandName = "Write-Thing"
    let parameterSet = ""
    func isBound(_ parameter: String) -> Bool { names.contains(parameter) }
    func isBound(offset: Int) -> Bool {
        WriteThing.declaration.signature.parameters.contains { $0.offset == offset && names.contains($0.name) }
    }
    func write(_ value: Value) throws -> Flow { .enough }
    func writeError(_ record: ErrorRecord) throws {}
    func writeWarning(_ text: String) throws {}
    func writeVerbose(_ text: String) throws {}
    func writeDebug(_ text: String) throws {}
    func writeInformation(_ value: Value, tags: [String]) throws {}
    func writeHost(_ text: String, newline: Bool, foreground: String?, background: String?) throws {}
    func shouldProcess(target: String, action: String) throws -> Bool { false }
    func checkStop() throws {}
    func blocking<T>(_ body: () throws -> T) rethrows -> T { try body() }
    func stopUpstream() {}
    func service<T>(_ type: T.Type) throws -> T { throw ValueError("\(type)", id: "ServiceNotAvailable") }
}

@Suite struct ParameterGroupTests {
    @Test func `the parameters of groups stand in their place, under the names of their properties`() {
        let parameters = WriteThing.declaration.signature.parameters
        #expect(parameters.map(\.name) == ["Heading", "Delimiter", "Title", "Footer", "Trailer", "SecondTitle"])
        #expect(parameters[1].membership(in: "")?.position == 1)
        #expect(parameters[2].membership(in: "")?.isMandatory == false)
        #expect(parameters[5].membership(in: "")?.isMandatory == true)
    }

    @Test func `arguments reach the properties of a group in a group`() throws {
        let box = CmdletBox(WriteThing.declaration)
        func state() throws -> WriteThing {
            try #require(Mirror(reflecting: box).children.first { $0.label == "cmdlet" }?.value as? WriteThing)
        }
        let fresh = box.snapshot()
        for (place, text) in ["h", ";", "t", "f", "r", "s"].enumerated() { try box.bind(place, .string(text)) }
        let bound = try state()
        #expect(bound.heading == "h" && bound.trailer == "r" && bound.second.title == "s")
        #expect(bound.layout.separator.delimiter == ";" && bound.layout.title == "t" && bound.layout.footer == "f")
        #expect(!bound.layout.separator.isWide && bound.second.separator.delimiter == "," && bound.second.footer == "")
        box.reset(1, to: fresh)
        let reset = try state()
        #expect(reset.layout.separator.delimiter == "," && reset.layout.title == "t" && reset.second.title == "s")
    }

    @Test func `a key path into a group finds its parameter`() {
        let runtime = BoundParameters(["Delimiter", "SecondTitle"])
        #expect(runtime.isBound(\WriteThing.layout.separator.delimiter))
        #expect(runtime.isBound(\WriteThing.second.title))
        #expect(!runtime.isBound(\WriteThing.layout.title))
        #expect(!runtime.isBound(\WriteThing.heading))
        // A property of the group that no parameter sets.
        #expect(!runtime.isBound(\WriteThing.second.separator.delimiter))
        let path: KeyPath<WriteThing, Layout> = \.layout
        #expect(runtime.isBound(path.appending(path: \.separator.delimiter)))
        #expect(!runtime.isBound(path.appending(path: \.footer)))
    }

    /// A computed property has no offset: the group is written through the key path.
    @Test func `a group behind a computed property is set as well`() throws {
        struct Holder {
            var stored = Layout()
            var layout: Layout {
                get { stored }
                set { stored = newValue }
            }
        }
        let parameters: [Parameter<Holder>] = .group(\.layout)
        var holder = Holder()
        try parameters[1].assign(&holder, .string("x"))
        #expect(holder.stored.title == "x" && parameters[1].info.name == "Title")
        parameters[1].copy(&holder, Holder())
        #expect(holder.stored.title == "")
    }
}
