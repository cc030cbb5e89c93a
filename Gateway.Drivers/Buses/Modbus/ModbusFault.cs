namespace Gateway.Drivers.Buses.Modbus;

/// <summary>How a transaction failed, which decides what helps.</summary>
internal enum ModbusFault
{
    /// <summary>The unit was silent for the whole response time-out. Asking again may help.</summary>
    NoAnswer,

    /// <summary>The unit is busy with an earlier command. Asking again helps.</summary>
    Busy,

    /// <summary>The unit answered with an exception: asking again does not help.</summary>
    Refused,

    /// <summary>Something came that is no answer to the question: the line is cleaned before it is used again.</summary>
    Garbage,

    /// <summary>The connection or the serial device is gone: it is opened again.</summary>
    Link,
}
