import CmdletKit
import Containers
import Values

/// A container as an argument: an object, a name, an id, or the beginning of an id that no other container shares.
package struct ContainerArgument: ParameterValue {
    /// The id where an object named it; else the text.
    private var id: ContainerID?
    private var text: String

    package static var parameterTypeName: String { "Container" }
    package static var completer: ParameterCompleter { .named("container") }

    package init(text: String) { self.text = text }

    package static func fromArgument(_ value: Value) throws -> ContainerArgument {
        if let object = value.asObject(ContainerObject.self) {
            var argument = ContainerArgument(text: object.container.name)
            argument.id = object.container.id
            return argument
        }
        guard !value.isNull else {
            throw ValueError("A container was expected and null was given.", id: "ContainerIsNull", category: "InvalidArgument")
        }
        // An object that crossed a session, or was selected from one.
        if let id = value.property("ContainerId") ?? value.property("Id"), let known = ContainerID(id.displayText) {
            var argument = ContainerArgument(text: value.displayText)
            argument.id = known
            return argument
        }
        return ContainerArgument(text: value.displayText)
    }

    /// The argument as an error names it.
    package var idText: String { id?.text ?? text }

    /// Those of some containers that it stands for: by id, and by name where no id begins so.
    package func fitting(in all: [Container]) -> [Container] {
        if let id { return all.filter { $0.id == id } }
        let identified = all.filter { $0.id.matches(prefix: text) }
        return identified.isEmpty ? all.filter { $0.name.equalsIgnoringCase(text) } : identified
    }

    /// Finds the container as it is now.
    package func resolve(_ host: any ContainerHost) throws(ContainerError) -> Container {
        if let id { return try host.container(id) }
        return try host.container(nameOrID: text)
    }
}

extension RuntimeType: ParameterValue, ParameterEnumeration {
    public static var enumerationName: String { "Microsoft.Containers.PowerShell.Objects.RuntimeType" }
}
