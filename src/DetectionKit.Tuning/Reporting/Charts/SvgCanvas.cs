using System.Globalization;
using System.Net;
using System.Text;

namespace DetectionKit.Tuning.Reporting.Charts;

/// <summary>The frame of a chart as SVG: axes with ticks, points, lines and bars in data units. Colours are classes, so that the page gives them for light and dark.</summary>
internal sealed class SvgCanvas
{
    private const double Width = 640, Height = 320, Left = 64, Right = 16, Top = 16, Bottom = 52;
    private const int Ticks = 5;
    private readonly StringBuilder _svg = new();
    private readonly (double Least, double Greatest) _x;
    private readonly (double Least, double Greatest) _y;

    internal SvgCanvas(string title, (double Least, double Greatest) x, (double Least, double Greatest) y)
    {
        (_x, _y) = (Widened(x), Widened(y));
        _svg.Append(CultureInfo.InvariantCulture, $"<svg role=\"img\" viewBox=\"0 0 {Width} {Height}\" aria-label=\"{Text(title)}\"><title>{Text(title)}</title>");
    }

    internal static string Text(string? text) => WebUtility.HtmlEncode(text ?? "");

    internal SvgCanvas Axes(string x, string y, Func<double, string>? xText = null)
    {
        var (left, bottom, right) = (Left, Height - Bottom, Width - Right);
        _svg.Append(CultureInfo.InvariantCulture, $"<path class=\"axis\" d=\"M{left} {Top}V{bottom}H{right}\"/>");
        for (var i = 0; i <= Ticks; i++)
        {
            var (dataX, dataY) = (_x.Least + ((_x.Greatest - _x.Least) * i / Ticks), _y.Least + ((_y.Greatest - _y.Least) * i / Ticks));
            _svg.Append(CultureInfo.InvariantCulture, $"<text class=\"tick\" text-anchor=\"middle\" x=\"{X(dataX):0.#}\" y=\"{bottom + 16}\">{Text((xText ?? TuningText.Number)(dataX))}</text>");
            _svg.Append(CultureInfo.InvariantCulture, $"<path class=\"grid\" d=\"M{left} {Y(dataY):0.#}H{right}\"/><text class=\"tick\" text-anchor=\"end\" x=\"{left - 6}\" y=\"{Y(dataY) + 4:0.#}\">{TuningText.Number(dataY)}</text>");
        }

        _svg.Append(CultureInfo.InvariantCulture, $"<text class=\"label\" text-anchor=\"middle\" x=\"{(left + right) / 2}\" y=\"{Height - 10}\">{Text(x)}</text>");
        _svg.Append(CultureInfo.InvariantCulture, $"<text class=\"label\" text-anchor=\"middle\" transform=\"rotate(-90)\" x=\"{-(Top + bottom) / 2}\" y=\"14\">{Text(y)}</text>");
        return this;
    }

    internal SvgCanvas Point(double x, double y, string style, string note, double radius = 3)
    {
        _svg.Append(CultureInfo.InvariantCulture, $"<circle class=\"{style}\" cx=\"{X(x):0.#}\" cy=\"{Y(y):0.#}\" r=\"{radius}\"><title>{Text(note)}</title></circle>");
        return this;
    }

    internal SvgCanvas Line(IEnumerable<(double X, double Y)> points, string style)
    {
        var path = string.Join('L', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{X(point.X):0.#} {Y(point.Y):0.#}")));
        if (path.Length > 0) _svg.Append(CultureInfo.InvariantCulture, $"<path class=\"{style}\" d=\"M{path}\"/>");
        return this;
    }

    internal SvgCanvas Bar(double fromX, double toX, double fromY, double toY, string style, string note, double opacity = 1)
    {
        var (x, y) = (X(fromX), Y(toY));
        _svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{style}\" x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{Math.Max(0.5, X(toX) - x):0.#}\" height=\"{Math.Max(0, Y(fromY) - y):0.#}\" opacity=\"{opacity:0.##}\"><title>{Text(note)}</title></rect>");
        return this;
    }

    internal SvgCanvas Note(double x, double y, string text, string style = "label", string anchor = "start")
    {
        _svg.Append(CultureInfo.InvariantCulture, $"<text class=\"{style}\" text-anchor=\"{anchor}\" x=\"{X(x):0.#}\" y=\"{Y(y):0.#}\">{Text(text)}</text>");
        return this;
    }

    public override string ToString() => _svg + "</svg>";

    private static (double Least, double Greatest) Widened((double Least, double Greatest) range) => range.Greatest > range.Least ? range : (range.Least, range.Least + 1);

    private double X(double x) => Left + ((x - _x.Least) / (_x.Greatest - _x.Least) * (Width - Left - Right));

    private double Y(double y) => Height - Bottom - ((y - _y.Least) / (_y.Greatest - _y.Least) * (Height - Top - Bottom));
}
