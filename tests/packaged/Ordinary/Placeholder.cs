namespace Ordinary;
