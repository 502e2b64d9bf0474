extension WireExchangeRateAccepted {
    /// Millionths of a dong by which prices are compared after the fact; 0 where no rate is in force. Logs of before did not
    /// tell it: the last rate was.
    public var rateInForce: Int64 { hasInForce ? inForce : dongPerUnit }
}
