import EventLog

/// What goes to the log, by a name that SwiftProtobuf doesn't have too.
typealias LogMessage = Message
