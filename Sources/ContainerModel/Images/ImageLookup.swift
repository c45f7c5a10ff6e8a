/// Finds images by what a user types; the rules are the same on every host.
package enum ImageLookup {
    /// The one image that a reference stands for.
    /// - Throws: `ImageNotFound`, `ImageAmbiguous`.
    package static func one(_ reference: ImageReference, in images: [ContainerImage]) throws(ContainerError) -> ContainerImage {
        switch reference {
        case .name(let name, let publisher, let version):
            let found = images.filter { image in
                same(image.name, name) && (publisher.map { same(image.publisher, ImageRules.publisher($0)) } ?? true)
                    && (version.map { image.version == ImageRules.version($0) } ?? true)
            }
            return try one(name, found, images)
        case .id(let prefix):
            return try one(prefix, images.filter { matches($0.id, prefix) }, images)
        case .nameOrID(let text):
            let named = images.filter { same($0.name, text) }
            return try one(text, named.isEmpty ? images.filter { matches($0.id, text) } : named, images)
        }
    }

    private static func one(
        _ text: String, _ found: [ContainerImage], _ all: [ContainerImage]
    ) throws(ContainerError) -> ContainerImage {
        guard let first = found.first else { throw .imageNotFound(text, all) }
        guard found.count == 1 else { throw .imageAmbiguous(text, found) }
        return first
    }

    private static func same(_ a: String, _ b: String) -> Bool { a.lowercased() == b.lowercased() }

    private static func matches(_ id: String, _ prefix: String) -> Bool {
        var wanted = prefix.lowercased()
        if wanted.hasPrefix("sha256:") { wanted.removeFirst(7) }
        return !wanted.isEmpty && id.hasPrefix(wanted)
    }
}
