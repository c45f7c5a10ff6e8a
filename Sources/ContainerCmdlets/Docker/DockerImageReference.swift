import Containers

/// A reference to an image in docker's form: `NanoServer`, `microsoft/nanoserver:10.0.10586.0`, `sha256:646d…`, `646d6317b02f`.
struct DockerImageReference {
    private let text: String
    private let publisher: String?
    private let name: String
    private let tag: String?

    init(_ text: String) {
        self.text = text
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        let last = parts.last ?? ""
        publisher = parts.count == 2 ? String(parts[0]) : nil
        let colon = last.firstIndex(of: ":")
        name = String(colon.map { last[..<$0] } ?? last)
        tag = colon.map { String(last[last.index(after: $0)...]) }
    }

    /// The repository: the name, with the publisher before a slash.
    var repository: String { publisher.map { "\($0)/\(name)" } ?? name }
    /// The reference as docker's messages show it, with a tag.
    var familiar: String { "\(repository):\(tag ?? "latest")" }

    /// The image: by the name and the tag as its version, or else by an ID's beginning.
    /// - Throws: `ContainerError` if there is none or several fit.
    func find(in host: any ContainerHost) throws(ContainerError) -> ContainerImage {
        if text.hasPrefix("sha256:") { return try host.image(.id(text)) }
        let version = tag == "latest" ? nil : tag
        do {
            return try host.image(.name(name, publisher: publisher, version: version))
        } catch {
            guard error.code == "ImageNotFound", publisher == nil, tag == nil else { throw error }
            return try host.image(.id(name))
        }
    }
}
