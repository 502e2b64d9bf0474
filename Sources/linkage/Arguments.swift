public import ArgumentParser
public import Contracts
public import History
public import LinkageTesting
internal import Pipeline

// Values of the platform that commands take as arguments.

extension Subject: ExpressibleByArgument {}

extension MetricGrouping: ExpressibleByArgument {}

extension Canary: ExpressibleByArgument {}

extension SampleMarket.FileFormat: ExpressibleByArgument {}

extension CalendarDay: ExpressibleByArgument {
    /// Reads `YYYY-MM-DD`.
    public init?(argument: String) { self.init(argument) }

    /// Today in Asia/Ho_Chi_Minh.
    static var today: CalendarDay {
        CalendarDay(ofMilliseconds: PlatformClock.system.now)
    }
}
