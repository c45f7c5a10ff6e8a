import Containers
import LinuxSystem

/// `docker images`.
extension DockerVerb {
    static let images = DockerVerb(
        name: "images", managed: [("image", "ls"), ("image", "list")], synopsis: "List images",
        usage: "[OPTIONS] [REPOSITORY[:TAG]]",
        options: [
            .flag("all", "a", "Show all images"), .flag("quiet", "q", "Only show image IDs"),
            .flag("no-trunc", nil, "Don't truncate output"),
            .value("format", nil, "string", "Format output: table, json, or a template"), .missing("filter", "f"),
            .missing("digests", value: false),
        ], operand: .images, count: 0...1
    ) { (session, arguments) throws(DockerError) in
        var listed = try session.daemon { () throws(ContainerError) in try session.host.images() }
        if let wanted = arguments.operands.first {
            let found = try? DockerImageReference(wanted).find(in: session.host)
            listed = listed.filter { $0.id == found?.id }
        }
        let whole = arguments.isOn("no-trunc")
        func id(_ image: ContainerImage) -> String { whole ? "sha256:" + image.id : String(image.id.prefix(12)) }
        if arguments.isOn("quiet") {
            for image in listed { session.print(id(image)) }
            return 0
        }
        let listing = DockerListing(
            columns: [
                ("REPOSITORY", "Repository"), ("TAG", "Tag"), ("IMAGE ID", "ID"), ("CREATED", "CreatedSince"), ("SIZE", "Size"),
            ], headers: ["CreatedAt": "CREATED AT"],
            rows: listed.map { image in
                .object([
                    ("Repository", .string(image.name)), ("Tag", .string(image.version)), ("ID", .string(id(image))),
                    (
                        "CreatedSince",
                        .string(image.created > 0 ? DockerText.duration(wallSeconds() - image.created) + " ago" : "N/A")
                    ),
                    ("Size", .string(DockerText.size(image.size))), ("CreatedAt", .string(DockerText.time(image.created))),
                ])
            })
        if let text = try listing.text(format: arguments.value("format")) { session.print(text) }
        return 0
    }
}
