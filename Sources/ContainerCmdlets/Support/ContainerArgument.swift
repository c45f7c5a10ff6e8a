import CmdletKit
import Containers
import Values

/// A container as an argument: an object, a name, an ID, or the beginning of an ID that no other container shares.
package struct ContainerArgument: ParameterValue {
    /// The ID, if the argument was an object with one.
    private var id: ContainerID?
    /// The text of the argument, or the object's name.
    private var text: String

    package static var parameterTypeName: String { "Container" }
    package static var parameterType: ObjectType? { ContainerObject.objectType }
    package static var completer: ParameterCompleter { .named("container") }

    /// A name, an id, or the beginning of one.
    package init(text: String) { self.text = text }

    /// Takes a container's object, one that crossed a session, or any text.
    /// - Throws: `ValueError` for null.
    package static func fromArgument(_ value: Value) throws -> ContainerArgument {
        if let object = value.asObject(ContainerObject.self) {
            var argument = ContainerArgument(text: object.container.name)
            argument.id = object.container.id
            return argument
        }
        guard !value.isNull else {
            throw ValueError("A container was expected and null was given.", id: "ContainerIsNull", category: "InvalidArgument")
        }
        // A deserialized container, or one that Select-Object made, still has the ID as a property.
        if let id = value.property("ContainerId") ?? value.property("Id"), let known = ContainerID(id.displayText) {
            var argument = ContainerArgument(text: value.displayText)
            argument.id = known
            return argument
        }
        return ContainerArgument(text: value.displayText)
    }

    /// The argument as errors name it.
    package var idText: String { id?.text ?? text }

    /// The containers of a list that the argument names: those whose ID begins with the text, or if there are none, those with the
    /// name.
    package func fitting(in all: [Container]) -> [Container] {
        if let id { return all.filter { $0.id == id } }
        let identified = all.filter { $0.id.matches(prefix: text) }
        return identified.isEmpty ? all.filter { $0.name.equalsIgnoringCase(text) } : identified
    }

    /// The container as it is now.
    /// - Throws: `ContainerError` if there is none or several fit.
    package func resolve(_ host: any ContainerHost) throws(ContainerError) -> Container {
        if let id { return try host.container(id) }
        return try host.container(nameOrID: text)
    }
}
