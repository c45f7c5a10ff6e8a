import Interpreter
import Values

extension TypeList {
    /// The types of jobs and events, Timer and FileSystemWatcher.
    public static let concurrency = TypeList {
        JobTypes.all.map { ($0, []) } + [
            (EventRecord.objectType, []), (EventSubscriber.objectType, []), (TimerObject.objectType, ["timers.timer"]),
            (FileSystemWatcherObject.objectType, []), (FileSystemWatcherObject.changeTypes, []),
            (FileSystemWatcherObject.notifyFilters, []),
        ]
    }
}
