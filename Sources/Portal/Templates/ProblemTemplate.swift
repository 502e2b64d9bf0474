/// A problem, for people.
enum ProblemTemplate {
    static let text = #"""
        {{<layout}}
        {{$main}}
        <h1>{{t.problem}}</h1>
        <p class="alert">{{code}}: <span lang="en">{{detail}}</span></p>
        <p><a href="/?lang={{frame.language}}">{{t.backToOverview}}</a></p>
        {{/main}}
        {{/layout}}
        """#
}
