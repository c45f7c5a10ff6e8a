/// A container's own files, in the form that its runtime type wants. Lies in the container's folder of the store.
package enum WritableLayer: String, Sendable, Codable {
    /// `upper` and `work` folders of an overlay on the host. For RuntimeType Default.
    case folder
    /// `writable.ext4`, a sparse ext4 image with `upper` and `work` in its root. For RuntimeType HyperV; the host never mounts it.
    case disk
}
