import ContainerModel

/// What has to be undone where a start fails, the last thing first.
struct Rollback {
    private var steps: [() -> Void] = []

    mutating func add(_ step: @escaping () -> Void) { steps.append(step) }

    mutating func run() {
        while let step = steps.popLast() { step() }
    }
}
