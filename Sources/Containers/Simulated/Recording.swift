/// A recording of the document "Hyper-V Containers" (Windows Server 2016, preview): the values of its processes as it lists them, in its
/// order, and the ids of its containers. The simulated host plays it; nothing in it depends on what is asked, or by whom.
///
/// Two things are not in the document and are set here. Its VM(M) column shows the last two digits of seven (`...98`): the five before them
/// are 20971, the two terabytes that a process of that system reserves. And it names the worker process, vmwp, without listing it: its
/// values are typical ones.
package struct Recording: Sendable {
    /// One line of a listing, in the units of its columns; nil where the cell is blank.
    package struct Values: Sendable, Hashable {
        package var handles: Int?
        package var nonpagedKilobytes: Int64
        package var pagedKilobytes: Int64
        package var workingSetKilobytes: Int64
        package var virtualMegabytes: Int64
        package var cpuSeconds: Double
    }

    /// A process, and its values in the order in which they were listed.
    package struct Process: Sendable {
        package var name: String
        package var id: Int32
        package var sessionID: Int32
        package var values: [Values]
    }

    /// The host's own.
    package var host: [Process]
    /// Of a container of RuntimeType Default: on the host it is the same process.
    package var sharedKernel: [Process]
    /// Of a container of RuntimeType HyperV, seen inside only.
    package var utilityVM: [Process]
    /// The processes of the host that run a utility VM.
    package var workers: [Process]
    /// Ids of containers, in the order in which they were made.
    package var containerIDs: [String]
    /// Ids of images, by name.
    package var imageIDs: [String: String]

    package static let document = Recording(
        host: processes(hostTable), sharedKernel: processes(sharedKernelTable), utilityVM: processes(utilityVMTable),
        workers: processes(workerTable),
        // TST, TST2, TST3.
        containerIDs: [
            "b8d7b55a-6b27-4832-88d8-4774df98f208", "ccdf6a6e-3358-4419-8dda-ffe87f1de184", "239def76-d29a-405e-ab64-765fb4de9176",
        ],
        // The twelve digits that the document gives to docker, and zeros.
        imageIDs: [
            "NanoServer": "646d6317b02f" + String(repeating: "0", count: 52),
            "WindowsServerCore": "0d53944cb84d" + String(repeating: "0", count: 52),
        ])

    /// Columns: Handles, NPM(K), PM(K), WS(K), VM(M), CPU(s), Id, SI, ProcessName; `-` is a blank cell.
    private static let hostTable = """
        255 12 1820 4000 2097198 0.53  532 0 csrss
        116 11 1284 3700 2097194 0.25  608 1 csrss
        246 13 1844 5504 2097117 3.45 3484 2 csrss

        252 11 1712 3968 2097198 0.53  532 0 csrss
        113 11 1176 3676 2097193 0.25  608 1 csrss
        243 13 1736 5512 2097117 3.77 3484 2 csrss

        261 12 1820 4004 2097198 0.53  532 0 csrss
        116 11 1284 3704 2097194 0.25  608 1 csrss
        246 13 1844 5536 2097117 3.83 3484 2 csrss

        255 11 1716 3972 2097198 0.56  532 0 csrss
        113 11 1176 3676 2097193 0.25  608 1 csrss
        243 13 1732 5512 2097118 4.23 3484 2 csrss
        """

    private static let sharedKernelTable = """
        167  9 1276 3720 2097197 0.20 1228 3 csrss

        175  9 1260 3708 2097197 0.20 1228 3 csrss
        """

    private static let utilityVMTable = """
        -  4  452 1520 2097163 0.06  956 1 csrss
        """

    private static let workerTable = """
        287 15 5520 12340 2097255 0.09 4212 0 vmwp
        """

    /// Reads a table: the lines of one process, wherever they stand, are its values in order.
    private static func processes(_ table: String) -> [Process] {
        var result: [Process] = []
        for line in table.split(separator: "\n") {
            let fields = line.split(separator: " ")
            guard fields.count == 9, let nonpaged = Int64(fields[1]), let paged = Int64(fields[2]),
                let workingSet = Int64(fields[3]),
                let virtual = Int64(fields[4]), let cpu = Double(fields[5]), let id = Int32(fields[6]),
                let session = Int32(fields[7])
            else { continue }
            let values = Values(
                handles: Int(fields[0]), nonpagedKilobytes: nonpaged, pagedKilobytes: paged, workingSetKilobytes: workingSet,
                virtualMegabytes: virtual, cpuSeconds: cpu)
            if let index = result.firstIndex(where: { $0.id == id }) {
                result[index].values.append(values)
            } else {
                result.append(Process(name: String(fields[8]), id: id, sessionID: session, values: [values]))
            }
        }
        return result
    }
}
