; generated with Python 3.11, numba 0.68.1, llvmlite 0.50.0, Linux x86_64
; source ca2ed7424f568906cf1dee51e55f3098
; entry atmosphere._show.0(float32:3:C, float32:3:C, float32, uint8:3:C) -> none
define void @atmosphere._show.0(ptr %0) {
  %2 = load ptr, ptr %0, align 8
  %3 = getelementptr i8, ptr %0, i64 8
  %4 = load i64, ptr %3, align 8
  %5 = getelementptr i8, ptr %0, i64 16
  %6 = load i64, ptr %5, align 8
  %7 = getelementptr i8, ptr %0, i64 24
  %8 = load i64, ptr %7, align 8
  %9 = getelementptr i8, ptr %0, i64 56
  %10 = load ptr, ptr %9, align 8
  %11 = getelementptr i8, ptr %0, i64 80
  %12 = load i64, ptr %11, align 8
  %13 = getelementptr i8, ptr %0, i64 112
  %14 = load double, ptr %13, align 8
  %15 = fptrunc double %14 to float
  %16 = getelementptr i8, ptr %0, i64 120
  %17 = load ptr, ptr %16, align 8
  %18 = getelementptr i8, ptr %0, i64 144
  %19 = load i64, ptr %18, align 8
  %20 = icmp slt i64 %4, 1
  br i1 %20, label %76, label %21
21:
  %22 = getelementptr i8, ptr %0, i64 136
  %23 = load i64, ptr %22, align 8
  %24 = getelementptr i8, ptr %0, i64 72
  %25 = load i64, ptr %24, align 8
  %26 = icmp slt i64 %6, 1
  %27 = mul i64 %25, %12
  %28 = mul i64 %8, %6
  %29 = mul i64 %23, %19
  br label %35
30:
  %31 = icmp eq i64 %37, %4
  br i1 %31, label %76, label %35
32:
  %33 = add nuw nsw i64 %46, 1
  %34 = icmp eq i64 %6, %33
  br i1 %34, label %30, label %45
35:
  %36 = phi i64 [ 0, %21 ], [ %37, %30 ]
  %37 = add nuw nsw i64 %36, 1
  br i1 %26, label %30, label %38
38:
  %39 = mul i64 %27, %36
  %40 = getelementptr float, ptr %10, i64 %39
  %41 = mul i64 %28, %36
  %42 = getelementptr float, ptr %2, i64 %41
  %43 = mul i64 %29, %36
  %44 = getelementptr i8, ptr %17, i64 %43
  br label %45
45:
  %46 = phi i64 [ 0, %38 ], [ %33, %32 ]
  %47 = mul i64 %46, %12
  %48 = getelementptr float, ptr %40, i64 %47
  %49 = mul i64 %46, %8
  %50 = getelementptr float, ptr %42, i64 %49
  %51 = mul i64 %46, %19
  %52 = getelementptr i8, ptr %44, i64 %51
  br label %53
53:
  %54 = phi i64 [ 0, %45 ], [ %55, %53 ]
  %55 = add nuw nsw i64 %54, 1
  %56 = getelementptr float, ptr %48, i64 %54
  %57 = load float, ptr %56, align 4
  %58 = fcmp olt float %57, 0.000000e+00
  %59 = select i1 %58, float 0.000000e+00, float %57
  %60 = tail call float @llvm.sqrt.f32(float %59)
  %61 = getelementptr float, ptr %50, i64 %54
  %62 = load float, ptr %61, align 4
  %63 = fsub float %60, %62
  %64 = fmul float %63, %15
  %65 = fadd float %62, %64
  %66 = fmul float %65, 2.550000e+02
  %67 = fadd float %66, 5.000000e-01
  %68 = fcmp olt float %67, 0.000000e+00
  %69 = select i1 %68, float 0.000000e+00, float %67
  %70 = fcmp ogt float %69, 2.550000e+02
  %71 = select i1 %70, float 2.550000e+02, float %69
  %72 = fptosi float %71 to i32
  %73 = trunc i32 %72 to i8
  %74 = getelementptr i8, ptr %52, i64 %54
  store i8 %73, ptr %74, align 1
  %75 = icmp eq i64 %55, 3
  br i1 %75, label %32, label %53
76:
  ret void
}
declare float @llvm.sqrt.f32(float)
