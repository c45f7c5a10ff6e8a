import Containers

/// `docker inspect`, for containers and images.
extension DockerVerb {
    static let inspect = DockerVerb(
        name: "inspect", managed: [("container", "inspect"), ("image", "inspect")],
        synopsis: "Return low-level information on containers and images", usage: "[OPTIONS] NAME|ID [NAME|ID...]",
        options: [
            .value("format", "f", "string", "Format output: json, or a template"),
            .value("type", nil, "string", "Only of this type", choices: ["container", "image"]),
            .missing("size", "s", value: false),
        ], operand: .containers, count: 1...Int.max
    ) { (session, arguments) throws(DockerError) in
        var found: [DockerJSON] = []
        let code = session.each(arguments.operands) { (operand) throws(DockerError) in
            found.append(try document(operand, arguments.value("type"), session))
        }
        switch arguments.value("format") {
        case nil: session.print(DockerJSON.array(found).pretty())
        case "json": session.print(DockerJSON.array(found).compact)
        case let format?:
            let template = try DockerTemplate(format)
            for document in found { session.print(try template.apply(document)) }
        }
        return code
    }

    /// The document of a container or an image.
    /// - Parameter type: `container` or `image`; nil to look for a container first.
    /// - Throws: `DockerError` if there is none.
    private static func document(
        _ text: String, _ type: String?, _ session: DockerSession
    ) throws(DockerError) -> DockerJSON {
        if type != "image" {
            do {
                return try session.container(text).dockerDocument
            } catch {
                if type == "container" || !error.message.contains("No such container") { throw error }
            }
        }
        do {
            return try DockerImageReference(text).find(in: session.host).dockerDocument
        } catch {
            guard error.code == "ImageNotFound" else { throw DockerError(error) }
            throw DockerError("Error: No such \(type ?? "object"): \(text)")
        }
    }
}
