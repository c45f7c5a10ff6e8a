import Values

extension TimerObject {
    /// System.Timers.ElapsedEventArgs: when a timer's interval ended.
    static let eventType = ObjectType("System.Timers.ElapsedEventArgs", base: EventArguments.type)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Timers.ElapsedEventArgs") { TimerObject.eventType }
}
