import ContainerModel

/// The data that the simulated host replays: the values of its processes from listing to listing, and the ids of containers and images.
/// The data does not depend on which command asks for it. The recording of the document is the file hyperv-containers.recording.
package struct Recording: Sendable {
    /// One line of a listing, in the units of its columns; nil where the cell is blank.
    package struct Values: Sendable, Hashable {
        /// Open handles; nil where the cell is blank.
        package var handles: Int?
        /// Nonpaged memory in KiB, the column NPM(K).
        package var nonpagedKilobytes: Int64
        /// Pageable memory in KiB, the column PM(K).
        package var pagedKilobytes: Int64
        /// The working set in KiB, the column WS(K).
        package var workingSetKilobytes: Int64
        /// Virtual memory in MiB, the column VM(M).
        package var virtualMegabytes: Int64
        /// Processor time in seconds, the column CPU(s).
        package var cpuSeconds: Double
    }

    /// A process, and its values in the order in which they were listed.
    package struct Process: Sendable {
        /// The program's name without `.exe`.
        package var name: String
        /// The process's id while only the first container runs.
        package var id: Int32
        /// Windows' session, 0 for services.
        package var sessionID: Int32
        /// The process's values in the order of the listings.
        package var values: [Values]
    }

    /// The processes of the host itself.
    package var host: [Process] = []
    /// The processes of a container of RuntimeType Default, which the host sees as well.
    package var sharedKernel: [Process] = []
    /// The processes of a container of RuntimeType HyperV, which are visible only inside it.
    package var utilityVM: [Process] = []
    /// The processes of the host that run a utility VM.
    package var workers: [Process] = []
    /// Ids of containers, in the order in which they are made.
    package var containerIDs: [String] = []
    /// Ids of images, by name.
    package var imageIDs: [String: String] = [:]

    /// The recording of the document.
    package static let document = Recording(
        String(decoding: PackageResources.hyperv_containers_recording, as: UTF8.self))

    /// Parses a recording's text. Lines that are malformed are skipped.
    package init(_ text: String) {
        var part = ""
        for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
            if line.hasPrefix("["), line.hasSuffix("]") {
                part = String(line.dropFirst().dropLast())
                continue
            }
            let fields = line.split(separator: " ").map(String.init)
            switch part {
            case "host": Self.add(fields, to: &host)
            case "shared-kernel": Self.add(fields, to: &sharedKernel)
            case "utility-vm": Self.add(fields, to: &utilityVM)
            case "worker": Self.add(fields, to: &workers)
            case "container-ids": containerIDs += fields
            // An id has 64 digits.
            case "images" where fields.count == 2:
                imageIDs[fields[0]] = fields[1] + String(repeating: "0", count: max(0, 64 - fields[1].count))
            default: continue
            }
        }
    }

    /// Adds a line of a listing to the process that the line describes.
    private static func add(_ fields: [String], to processes: inout [Process]) {
        guard fields.count == 9, let nonpaged = Int64(fields[1]), let paged = Int64(fields[2]), let workingSet = Int64(fields[3]),
            let virtual = Int64(fields[4]), let cpu = Double(fields[5]), let id = Int32(fields[6]), let session = Int32(fields[7])
        else { return }
        let values = Values(
            handles: Int(fields[0]), nonpagedKilobytes: nonpaged, pagedKilobytes: paged, workingSetKilobytes: workingSet,
            virtualMegabytes: virtual, cpuSeconds: cpu)
        if let index = processes.firstIndex(where: { $0.id == id }) {
            processes[index].values.append(values)
        } else {
            processes.append(Process(name: fields[8], id: id, sessionID: session, values: [values]))
        }
    }
}
